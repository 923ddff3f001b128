package dev.coalmine.commands.storms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keeps something that is done for each storm from being done too often. Forgotten at a restart, which does no harm. */
final class Pace {

    private final Map<Long, Instant> last = new HashMap<>();
    private final Duration every;
    private final Clock clock;

    Pace(Duration every, Clock clock) {
        this.every = every;
        this.clock = clock;
    }

    /** Whether it is time again: always at first. */
    boolean isDue(long storm) {
        return isDue(storm, Instant.MIN);
    }

    /** @param since what counts as the last time as long as it was not done */
    boolean isDue(long storm, Instant since) {
        return last.getOrDefault(storm, since).isBefore(clock.instant().minus(every));
    }

    void isDone(long storm) {
        last.put(storm, clock.instant());
    }
}
