/** The storms that were heard, what belongs to them, what was held back for them, and what people said about them. */
@NullMarked
package dev.coalmine.storage.storms;

import org.jspecify.annotations.NullMarked;
