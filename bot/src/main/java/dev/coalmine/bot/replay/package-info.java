/** Plays what was heard in the past to the storm detector, without database or Slack. */
@NullMarked
package dev.coalmine.bot.replay;

import org.jspecify.annotations.NullMarked;
