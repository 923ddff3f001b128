/** Where beats come in, and the watch over those that do not. */
@NullMarked
package dev.coalmine.bot.heartbeats;

import org.jspecify.annotations.NullMarked;
