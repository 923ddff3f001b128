/** Who changed what: heard from programs, written down by hand, and told to incidents before anybody asks. */
@NullMarked
package dev.coalmine.commands.changes;

import org.jspecify.annotations.NullMarked;
