/** What was heard of each launcher lately, and which channels it may be heard in. */
@NullMarked
package dev.coalmine.storage.launches;

import org.jspecify.annotations.NullMarked;
