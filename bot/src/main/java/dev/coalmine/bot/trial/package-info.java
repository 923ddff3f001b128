/** Without a Slack token, Coalmine brings a workspace of its own to try it in. */
@NullMarked
package dev.coalmine.bot.trial;

import org.jspecify.annotations.NullMarked;
