/** Rehearsals: whole incidents in simulated time, with the real commands and a real database, but without Slack. */
@NullMarked
package dev.coalmine.commands.hypotheses;

import org.jspecify.annotations.NullMarked;
