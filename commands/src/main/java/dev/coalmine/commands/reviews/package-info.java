/** What a review is given: the record as a file. */
@NullMarked
package dev.coalmine.commands.reviews;

import org.jspecify.annotations.NullMarked;
