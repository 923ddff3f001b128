/** How many launches there were in each minute, and what of it stood beside incidents. */
@NullMarked
package dev.coalmine.storage.coincidences;

import org.jspecify.annotations.NullMarked;
