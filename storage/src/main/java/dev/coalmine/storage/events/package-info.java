/** The keys of what has already been handled, so that a redelivery changes nothing. */
@NullMarked
package dev.coalmine.storage.events;

import org.jspecify.annotations.NullMarked;
