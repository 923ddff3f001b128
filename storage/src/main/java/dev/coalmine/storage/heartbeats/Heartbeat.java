package dev.coalmine.storage.heartbeats;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to say regularly that all is well.
 *
 * @param every how often it beats
 * @param grace how late a beat may be
 * @param severity of the incident that its silence opens, as {@code 1} to {@code 4}; null for the usual one
 * @param alert the name of the alert whose repetitions are its beats; null if it has an address of its own
 * @param addedBy Slack id of whoever added it
 * @param waitsFrom when its time began to count: when it was added, changed or resumed
 * @param beatAt when it beat last; null while it waits for its first beat
 * @param pausedUntil until when its silence does not matter
 * @param silentSince the beat after which its silence was noticed; null while it is not silent
 * @param incident the one that its last silence opened
 */
public record Heartbeat(
        String name,
        Duration every,
        Duration grace,
        @Nullable String service,
        @Nullable String severity,
        @Nullable String alert,
        String addedBy,
        Instant waitsFrom,
        @Nullable Instant beatAt,
        long beats,
        @Nullable Instant pausedUntil,
        @Nullable Instant silentSince,
        @Nullable Long incident) {

    /**
     * By when it has to beat; empty while it waits for its first beat.
     *
     * @param hearingSince since when beats have been heard without a gap: what did not come before may only not have been
     *     heard, so from then on it has its full time again
     */
    public Optional<Instant> due(Instant hearingSince) {
        var paused = pausedUntil == null ? waitsFrom : pausedUntil;
        return Optional.ofNullable(beatAt).map(beat -> Stream.of(beat, waitsFrom, paused, hearingSince)
                .max(Instant::compareTo)
                .orElse(beat)
                .plus(every)
                .plus(grace));
    }

    /** Whether it should have beaten and has not. */
    public boolean silent(Instant now, Instant hearingSince) {
        return !paused(now) && due(hearingSince).filter(now::isAfter).isPresent();
    }

    public boolean paused(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }

    /** Whether it has beaten after its silence was noticed. */
    public boolean isBack() {
        return silentSince != null && beatAt != null && beatAt.isAfter(silentSince);
    }
}
