/** The port to the clock: what has to happen later, even after a restart. */
@NullMarked
package dev.coalmine.commands.timers;

import org.jspecify.annotations.NullMarked;
