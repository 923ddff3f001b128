/** Simulated responders: what Coalmine's questions change for a team that prefers to confirm its favourite. */
@NullMarked
package dev.coalmine.commands.hypotheses.responders;

import org.jspecify.annotations.NullMarked;
