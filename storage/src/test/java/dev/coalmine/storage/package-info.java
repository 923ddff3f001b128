/** What storage promises, written once and kept on every database. */
@NullMarked
package dev.coalmine.storage;

import org.jspecify.annotations.NullMarked;
