/** Drives an app with slash commands and alerts, and says how fast they were taken, and by how much of the machine. */
@NullMarked
package dev.coalmine.sandbox.load;

import org.jspecify.annotations.NullMarked;
