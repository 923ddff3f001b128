/** What alert sources said: the log of their deliveries, and the pages that came of it. */
@NullMarked
package dev.coalmine.storage.pages;

import org.jspecify.annotations.NullMarked;
