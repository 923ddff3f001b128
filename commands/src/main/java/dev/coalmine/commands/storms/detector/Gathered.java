package dev.coalmine.commands.storms.detector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * What is gathered in one layer. Sources that are odd at the moment are kept in classes of a quarter of a nat, so that
 * looking across ten thousand of them is looking at a few dozen numbers; only when these are alarming is it reckoned
 * exactly.
 */
final class Gathered {

    private static final long TOGETHER = 15 * 60_000;
    private static final double CLASS = 0.25;
    private static final int CLASSES = 200;

    final Texts texts = new Texts();
    final Excursions excursions = new Excursions(null);
    final List<Source> known = new ArrayList<>();

    private final int[] odd = new int[CLASSES];
    private final Deque<Source> byTime = new ArrayDeque<>();

    void decay(double factor) {
        texts.decay(factor);
        excursions.decay(factor);
    }

    /** A source has failed, and is as odd as it is now. */
    void judge(Source source, long at) {
        put(source, Math.min(CLASSES - 1, (int) (source.surprise() / CLASS)));
        if (!source.queued && source.oddness > 0) {
            source.queued = true;
            source.queuedAt = source.lastBad;
            byTime.add(source);
        }
        forget(at);
    }

    private void forget(long at) {
        while (!byTime.isEmpty() && at - byTime.peek().queuedAt > TOGETHER) {
            var source = byTime.poll();
            source.queued = false;
            if (at - source.lastBad > TOGETHER || source.storm != null || !source.evidence().any()) {
                put(source, 0);
            } else {
                source.queued = true;
                source.queuedAt = source.lastBad;
                byTime.add(source);
            }
        }
    }

    private void put(Source source, int oddness) {
        if (source.oddness > 0) {
            odd[source.oddness]--;
        }
        source.oddness = oddness;
        if (oddness > 0) {
            odd[oddness]++;
        }
    }

    /** What is odd together, or nothing below that surprise. */
    Scan.Found look(double alarming, double aloneCosts, long at) {
        if (Scan.atMost(odd, CLASS, known.size(), aloneCosts) < alarming) {
            return Scan.NOTHING;
        }
        var sources = byTime.stream()
                .filter(source -> source.storm == null && at - source.lastBad <= TOGETHER)
                .toList();
        // Some were odder when they last failed.
        sources.forEach(source -> put(source, Math.min(CLASSES - 1, (int) (source.surprise() / CLASS))));
        return Scan.best(
                sources.stream()
                        .sorted(Comparator.comparingInt((Source it) -> -it.oddness).thenComparingInt(it -> it.number))
                        .limit(1_000)
                        .toList(),
                known.size(),
                aloneCosts);
    }
}
