/**
 * Hears when much fails at once. Plain Java, without database, framework or clock: what it says follows from the signals
 * it was given, in their order, and from nothing else.
 */
@NullMarked
package dev.coalmine.commands.storms.detector;

import org.jspecify.annotations.NullMarked;
