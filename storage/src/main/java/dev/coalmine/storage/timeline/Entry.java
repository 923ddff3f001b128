package dev.coalmine.storage.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an incident's record.
 *
 * @param number counts from 1 within the incident, without gaps
 * @param happened when it happened; microseconds
 * @param recorded when Coalmine wrote it down, by its own clock; microseconds
 * @param kind one lower-case word
 * @param person Slack id of who did or wrote it; null for a source or Coalmine itself
 * @param words Slack mark-up
 * @param channel and {@code message}: the Slack message it was taken from, if any
 * @param corrects the number of the entry that this one corrects
 * @param previous the seal of the entry before; 64 zeros for the first
 * @param seal SHA-256 in hexadecimal, see {@link Seal}
 */
public record Entry(
        long incident,
        int number,
        Instant happened,
        Instant recorded,
        String kind,
        @Nullable String person,
        String words,
        @Nullable String link,
        @Nullable String channel,
        @Nullable String message,
        @Nullable Integer corrects,
        String previous,
        String seal) {

    /** Whether the entry still carries the seal it was written with. */
    public boolean intact() {
        return Seal.of(this).equals(seal);
    }
}
