/** What Slack takes: every message and form is cut to it, or refused, before it is sent. */
@NullMarked
package dev.coalmine.commands.workspace.limits;

import org.jspecify.annotations.NullMarked;
