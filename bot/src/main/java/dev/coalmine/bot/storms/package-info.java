/** Lets the storm detector listen while the program runs, and draws what it has heard. */
@NullMarked
package dev.coalmine.bot.storms;

import org.jspecify.annotations.NullMarked;
