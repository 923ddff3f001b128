/** The board of hypotheses as a picture. */
@NullMarked
package dev.coalmine.bot.hypotheses;

import org.jspecify.annotations.NullMarked;
