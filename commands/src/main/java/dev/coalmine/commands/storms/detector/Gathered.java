package dev.coalmine.commands.storms.detector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What is gathered in one layer. Sources that are odd at the moment are kept in classes of a quarter of a nat, so that
 * looking across ten thousand of them is looking at a few dozen numbers; only when these are alarming is it reckoned
 * exactly.
 */
final class Gathered {

    private static final long TOGETHER = 15 * 60_000;
    private static final double CLASS = 0.25;
    private static final int CLASSES = 200;
    // What is forgotten by half in a week sums up to as many quarters of an hour.
    private static final double MEMORY_SLOTS = 7 * 96 / Math.log(2);

    final Texts texts = new Texts();
    final Excursions excursions = new Excursions(null);
    final List<Source> known = new ArrayList<>();

    /** How odd sources have been together before, without there being a storm. */
    private final Excursions together = new Excursions(null);

    private long peakAt;
    private long began;

    private final Layer layer;
    private final int[] odd = new int[CLASSES];
    private final Deque<Source> byTime = new ArrayDeque<>();

    Gathered(Layer layer) {
        this.layer = layer;
    }

    void decay(double factor, long now) {
        texts.decay(factor);
        excursions.decay(factor, now);
        together.decay(factor, now);
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
            if (at - source.lastBad > TOGETHER
                    || source.storm != null
                    || !source.evidence().any()) {
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

    /** A person said that what it does is as usual. */
    void passOver(Source source) {
        put(source, 0);
    }

    /**
     * What is odd together, or nothing that is more surprising than {@code alarming}. Sources are never quite independent
     * of each other, so it must be more than they usually are, too.
     */
    Scan.Found look(double alarming, double aloneCosts, long at) {
        var atMost = Scan.atMost(odd, CLASS, known.size(), aloneCosts);
        if (atMost < alarming) {
            peaks(atMost, at);
            return Scan.NOTHING;
        }
        var sources = byTime.stream()
                .filter(source -> source.storm == null && at - source.lastBad <= TOGETHER)
                .toList();
        // Some were odder when they last failed.
        sources.forEach(source -> put(source, Math.min(CLASSES - 1, (int) (source.surprise() / CLASS))));
        var found = Scan.best(
                sources.stream()
                        .sorted(Comparator.comparingInt((Source it) -> -it.oddness)
                                .thenComparingInt(it -> it.number))
                        .limit(1_000)
                        .toList(),
                known.size(),
                aloneCosts);
        if (layer != Layer.LAUNCHERS && surprise(found.surprise(), at) < alarming) {
            peaks(found.surprise(), at);
            return Scan.NOTHING;
        }
        return found;
    }

    private double surprise(double value, long at) {
        var slots = Math.min((at - began) / (double) TOGETHER, MEMORY_SLOTS) + 1;
        return together.surprise(value) - Math.log(Math.min(1, (together.seen() + 1) / slots));
    }

    private void peaks(double value, long at) {
        if (began == 0) {
            began = at;
        }
        if (at - peakAt > TOGETHER) {
            together.over();
        }
        if (value > 0) {
            together.reaches(value);
            peakAt = at;
        }
    }

    /** It was a storm: nothing to get used to. */
    void forgetPeak() {
        together.forget();
    }

    /** All but the sources themselves, which are known by now. */
    void keep(Snapshot snapshot, IntFunction<Source> sources) {
        texts.keep(snapshot);
        excursions.keep(snapshot);
        together.keep(snapshot);
        peakAt = snapshot.whole(peakAt);
        began = snapshot.whole(began);
        for (var nth = 0; nth < CLASSES; nth++) {
            odd[nth] = snapshot.number(odd[nth]);
        }
        snapshot.all(byTime, queued -> {
            var source = queued == null ? sources.apply(snapshot.number(0)) : queued;
            if (queued != null) {
                snapshot.number(queued.number);
            }
            source.queued = true;
            source.queuedAt = snapshot.whole(source.queuedAt);
            return source;
        });
    }
}
