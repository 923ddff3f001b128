/** What waits to be told to Slack, what was given up and why, and who may do something about it. */
@NullMarked
package dev.coalmine.commands.outbox;

import org.jspecify.annotations.NullMarked;
