/** Drives an app with slash commands at a steady rate and says how fast it acknowledged them. */
@NullMarked
package dev.coalmine.sandbox.load;

import org.jspecify.annotations.NullMarked;
