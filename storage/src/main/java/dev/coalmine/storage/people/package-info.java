/** Who is who: the people of the workspace, as far as Coalmine has met them. */
@NullMarked
package dev.coalmine.storage.people;

import org.jspecify.annotations.NullMarked;
