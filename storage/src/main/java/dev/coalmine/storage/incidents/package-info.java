/** What an incident is and the stages it may pass through. */
@NullMarked
package dev.coalmine.storage.incidents;

import org.jspecify.annotations.NullMarked;
