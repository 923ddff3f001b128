package dev.coalmine.commands.coincidences;

import dev.coalmine.storage.coincidences.LaunchCounts;
import java.time.Duration;
import java.time.Instant;

/**
 * Where to look for what stood beside an incident: from ten minutes before its beginning to one minute after it.
 *
 * @param began when the incident began
 */
record Stretch(Instant began) {

    /** How long the windows are in which things are counted, in minutes. */
    static final int WINDOW = 5;

    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofMinutes(1);
    private static final Duration PAST = Duration.ofDays(28);

    Instant from() {
        return began.minus(BEFORE);
    }

    Instant until() {
        return began.plus(AFTER);
    }

    long firstMinute() {
        return LaunchCounts.minute(from());
    }

    long endMinute() {
        return LaunchCounts.minute(until()) + 1;
    }

    /** From when on the past counts, if so much of it is known. */
    Instant past() {
        return from().minus(PAST);
    }

    long pastMinute() {
        return LaunchCounts.minute(past());
    }
}
