package dev.coalmine.commands.storms.detector;

import java.util.Arrays;
import java.util.Map;

/** The latest successes of all launchers: what else went well since a storm began is only asked once there is a storm. */
final class Successes {

    private static final int MOST = 4_096;

    private int[] sources = new int[64];
    private long[] times = new long[64];
    private int next;
    private boolean full;

    void add(int source, long at) {
        if (next == sources.length && next < MOST) {
            sources = Arrays.copyOf(sources, 2 * next);
            times = Arrays.copyOf(times, 2 * next);
        } else if (next == MOST) {
            next = 0;
            full = true;
        }
        sources[next] = source;
        times[next] = at;
        next++;
    }

    /** Counts for each source those since then. */
    void count(long since, Map<Integer, Integer> into) {
        for (var n = 0; n < (full ? MOST : next); n++) {
            if (times[n] >= since) {
                into.merge(sources[n], 1, Integer::sum);
            }
        }
    }

    void keep(Snapshot snapshot) {
        full = snapshot.yes(full);
        next = snapshot.number(next);
        var size = snapshot.number(sources.length);
        if (size > MOST || next > size) {
            throw new IllegalStateException("%d successes in a table for %d".formatted(next, size));
        }
        if (snapshot.reading()) {
            sources = new int[size];
            times = new long[size];
        }
        var before = 0L;
        for (var n = 0; n < (full ? MOST : next); n++) {
            sources[n] = snapshot.number(sources[n]);
            times[n] = before + snapshot.whole(times[n] - before);
            before = times[n];
        }
    }
}
