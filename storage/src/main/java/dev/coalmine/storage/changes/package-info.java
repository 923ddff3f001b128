/** What was changed on purpose, by whom and when: what people ask for first when something breaks. */
@NullMarked
package dev.coalmine.storage.changes;

import org.jspecify.annotations.NullMarked;
