/** Writing into the record, correcting it, and reading it back. */
@NullMarked
package dev.coalmine.commands.timeline;

import org.jspecify.annotations.NullMarked;
