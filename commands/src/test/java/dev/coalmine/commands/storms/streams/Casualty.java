package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A failure that belongs to a storm.
 *
 * @param at when, by the sender's clock; for a launch that hangs, when it started
 * @param counted when its record arrived; for a launch that hangs, when it was overdue
 */
record Casualty(Signal.Kind kind, String source, @Nullable String entity, long at, long counted, boolean hangs) {

    /** Twice the same is one failure. */
    String key() {
        return source + " " + entity;
    }
}
