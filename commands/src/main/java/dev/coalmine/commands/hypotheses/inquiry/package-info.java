/** What the register of an incident says: who leads, what tells whom apart, which test would. Plain rules, no memory. */
@NullMarked
package dev.coalmine.commands.hypotheses.inquiry;

import org.jspecify.annotations.NullMarked;
