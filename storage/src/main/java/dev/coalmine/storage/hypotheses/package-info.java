/** What people think is wrong, what speaks for and against it, and what would tell. Never what is wrong. */
@NullMarked
package dev.coalmine.storage.hypotheses;

import org.jspecify.annotations.NullMarked;
