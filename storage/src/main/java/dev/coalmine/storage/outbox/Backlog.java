package dev.coalmine.storage.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is still to be told, and what was given up.
 *
 * @param waiting by priority, the most important first; a priority of which nothing waits is left out
 * @param unsure how many of those waiting may have arrived already
 */
public record Backlog(List<Waiting> waiting, long unsure, long dead) {

    /** How much is waiting in all. */
    public long pending() {
        return waiting.stream().mapToLong(Waiting::count).sum();
    }

    /** Since when the oldest waits. */
    public Optional<Instant> oldest() {
        return waiting.stream().map(Waiting::oldest).min(Comparator.naturalOrder());
    }

    /** What waits of one priority. */
    public record Waiting(int priority, long count, Instant oldest) {}
}
