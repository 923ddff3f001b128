/** Declaring incidents, moving them on, and showing how they stand. */
@NullMarked
package dev.coalmine.commands.incidents;

import org.jspecify.annotations.NullMarked;
