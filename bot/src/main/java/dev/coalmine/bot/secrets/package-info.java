/** Secrets that prove who is asking. */
@NullMarked
package dev.coalmine.bot.secrets;

import org.jspecify.annotations.NullMarked;
