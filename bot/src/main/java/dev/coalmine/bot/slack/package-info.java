/** Slack: the only package that talks to it. */
@NullMarked
package dev.coalmine.bot.slack;

import org.jspecify.annotations.NullMarked;
