/** How people ask and are answered: commands, their words, replies, help. */
@NullMarked
package dev.coalmine.commands.language;

import org.jspecify.annotations.NullMarked;
