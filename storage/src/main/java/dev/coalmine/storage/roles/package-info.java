/** Who does what in an incident, and since when. */
@NullMarked
package dev.coalmine.storage.roles;

import org.jspecify.annotations.NullMarked;
