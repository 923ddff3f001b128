/** Telling the app what happened, and waiting for its answer: events, commands and interactions. */
@NullMarked
package dev.coalmine.sandbox.events;

import org.jspecify.annotations.NullMarked;
