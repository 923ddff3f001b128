/** Timers that survive a restart, kept by Quartz in the same database. */
@NullMarked
package dev.coalmine.bot.timers;

import org.jspecify.annotations.NullMarked;
