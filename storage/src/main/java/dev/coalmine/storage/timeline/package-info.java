/** The record of an incident: appended to, never changed, each entry sealed to the one before. */
@NullMarked
package dev.coalmine.storage.timeline;

import org.jspecify.annotations.NullMarked;
