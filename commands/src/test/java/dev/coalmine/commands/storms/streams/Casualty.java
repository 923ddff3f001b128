package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A failure that belongs to a storm.
 *
 * @param happened when; for a launch that hangs, when it started
 * @param at the same by the sender's clock
 * @param counted when its record arrived; for a launch that hangs, when it was overdue
 */
record Casualty(
        Signal.Kind kind, String source, @Nullable String entity, long happened, long at, long counted, boolean hangs) {

    /** Twice the same is one failure. */
    String key() {
        return source + " " + entity;
    }
}
