package dev.coalmine.commands.heartbeats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How regularly a source launches, learned from the gaps between the minutes in which it did.
 *
 * @param span from its first launch to its last, in minutes
 * @param gaps how many there are
 * @param median the usual gap, in minutes
 * @param longest the gap that only one in a thousand is longer than
 * @param second the second longest gap: one that came twice belongs to the rhythm, such as a weekend
 */
record Rhythm(long span, int gaps, long median, long longest, long second) {

    private static final Duration LEAST_SPAN = Duration.ofDays(2);
    // Two days of one an hour.
    private static final int LEAST_GAPS = 40;
    // Launches at random, with no rhythm but a rate, have ten times.
    private static final int REGULAR = 12;

    private static final int PATIENCE = 3;
    private static final long LEAST_PATIENCE = 30;
    private static final double SEEN_BEFORE = 1.25;

    /**
     * Learns it.
     *
     * @param minutes in which it launched, in order, each once
     */
    static Rhythm of(List<Long> minutes) {
        var gaps = new ArrayList<Long>();
        for (var n = 1; n < minutes.size(); n++) {
            gaps.add(minutes.get(n) - minutes.get(n - 1));
        }
        gaps.sort(null);
        return new Rhythm(
                minutes.isEmpty() ? 0 : minutes.getLast() - minutes.getFirst(),
                gaps.size(),
                quantile(gaps, 0.5),
                quantile(gaps, 0.999),
                gaps.size() < 2 ? 0 : gaps.get(gaps.size() - 2));
    }

    /** The least gap that so many are not longer than; 0 without any. */
    private static long quantile(List<Long> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    /** How long it may be silent; empty if it is known for too short a time or launches too irregularly. */
    Optional<Duration> patience() {
        return known() && longest <= REGULAR * median
                ? Optional.of(Duration.ofMinutes(
                        Math.max(LEAST_PATIENCE, Math.max(PATIENCE * longest, (long) Math.ceil(SEEN_BEFORE * second)))))
                : Optional.empty();
    }

    private boolean known() {
        return span >= LEAST_SPAN.toMinutes() && gaps >= LEAST_GAPS;
    }
}
