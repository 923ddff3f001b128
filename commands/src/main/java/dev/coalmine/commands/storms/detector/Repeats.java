package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Counts what has no name: of what comes again within half an hour the first, second, fourth, eighth … weigh. */
final class Repeats {

    private static final int FEW = 10_000;

    private final Map<Long, long[]> runs = new HashMap<>();
    private int crowded = FEW;

    boolean counts(long key, long at) {
        if (runs.size() > crowded) {
            forgetOld(at);
        }
        var run = runs.computeIfAbsent(key, _ -> new long[] {at, 0});
        if (at - run[0] >= SeenLately.WINDOW) {
            run[0] = at;
            run[1] = 0;
        }
        return Long.bitCount(++run[1]) == 1;
    }

    /** Not again before they are twice as many as are left: each would look through all of them. */
    private void forgetOld(long now) {
        runs.values().removeIf(run -> now - run[0] >= SeenLately.WINDOW);
        crowded = Math.max(FEW, 2 * runs.size());
    }

    void keep(Snapshot snapshot) {
        snapshot.all(new ArrayList<>(runs.entrySet()), run -> {
            var key = snapshot.whole(run == null ? 0 : run.getKey());
            var counted = run == null ? new long[2] : run.getValue();
            counted[0] = snapshot.whole(counted[0]);
            counted[1] = snapshot.whole(counted[1]);
            runs.put(key, counted);
            return Map.entry(key, counted);
        });
    }
}
