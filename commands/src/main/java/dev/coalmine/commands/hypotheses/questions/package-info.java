/** What Coalmine asks about hypotheses: what would prove them wrong, what else it could be, who looks. */
@NullMarked
package dev.coalmine.commands.hypotheses.questions;

import org.jspecify.annotations.NullMarked;
