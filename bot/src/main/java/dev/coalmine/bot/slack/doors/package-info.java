/** One class for each way in which people in Slack reach Coalmine. */
@NullMarked
package dev.coalmine.bot.slack.doors;

import org.jspecify.annotations.NullMarked;
