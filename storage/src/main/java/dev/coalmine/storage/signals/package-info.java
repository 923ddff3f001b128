/** What was heard of launches and alerts, in the one order in which it was kept. */
@NullMarked
package dev.coalmine.storage.signals;

import org.jspecify.annotations.NullMarked;
