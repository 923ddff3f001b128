/** What alert sources said, kept as it came, and how far it has been read. */
@NullMarked
package dev.coalmine.storage.pages;

import org.jspecify.annotations.NullMarked;
