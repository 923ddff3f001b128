/** One class for each thing that Slack is told or asked from the outbox. */
@NullMarked
package dev.coalmine.bot.slack.errands;

import org.jspecify.annotations.NullMarked;
