package dev.coalmine.storage.coincidences;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A source of launches.
 *
 * @param first and {@code last}: the minutes of its first and last launch that were heard
 * @param heardAt when the last one was heard, by Coalmine's clock
 * @param origin where the last one was heard
 * @param judged how many minutes it may be silent; null while that is not judged, 0 if nobody can tell
 * @param missed the minute of its last launch when its silence was noticed; null while it is not silent
 * @param incident the one that its last silence opened
 */
public record Launcher(
        String source,
        long first,
        long last,
        Instant heardAt,
        String origin,
        @Nullable Integer judged,
        @Nullable Long missed,
        @Nullable Long incident) {

    /** How long it may be silent before something is wrong; empty if nobody can tell. */
    public Optional<Duration> patience() {
        return judged == null || judged == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(judged));
    }

    /** Whether it has launched after its silence was noticed. */
    public boolean launchedSince() {
        return missed != null && last > missed;
    }

    /** When it launched last, to the minute. */
    public Instant lastLaunch() {
        return Instant.ofEpochSecond(last * 60);
    }
}
