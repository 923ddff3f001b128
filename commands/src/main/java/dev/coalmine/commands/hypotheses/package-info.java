/** Competing hypotheses: people say what they think is wrong, and are asked what would prove it wrong. */
@NullMarked
package dev.coalmine.commands.hypotheses;

import org.jspecify.annotations.NullMarked;
