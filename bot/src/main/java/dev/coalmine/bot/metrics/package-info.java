/** How long those who ask wait for their answer, and by which id to find them in the log. */
@NullMarked
package dev.coalmine.bot.metrics;

import org.jspecify.annotations.NullMarked;
