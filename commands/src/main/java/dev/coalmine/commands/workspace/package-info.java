/** The port to the chat: what commands want said there, and what was heard there. */
@NullMarked
package dev.coalmine.commands.workspace;

import org.jspecify.annotations.NullMarked;
