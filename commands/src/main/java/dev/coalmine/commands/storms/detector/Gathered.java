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
    private final OddClasses classes = new OddClasses();
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
        put(source, source.surprise());
        if (!source.queued && isOdd(source)) {
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

    private void put(Source source, double surprise) {
        if (isOdd(source)) {
            classes.remove(source.odd);
        }
        source.odd = surprise;
        if (isOdd(source)) {
            classes.add(source.odd);
        }
    }

    private static boolean isOdd(Source source) {
        return source.odd >= OddClasses.WIDTH;
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
        var atMost = classes.atMost(known.size(), aloneCosts);
        if (atMost < alarming || isUsual(atMost, alarming, at)) {
            peaks(atMost, at);
            return Scan.NOTHING;
        }
        var best = exactly(aloneCosts, at);
        if (isUsual(best.surprise(), alarming, at)) {
            peaks(best.surprise(), at);
            return Scan.NOTHING;
        }
        return best;
    }

    private boolean isUsual(double value, double alarming, long at) {
        return layer != Layer.LAUNCHERS && surprise(value, at) < alarming;
    }

    private Scan.Found exactly(double aloneCosts, long at) {
        var sources = byTime.stream()
                .filter(source -> source.storm == null && at - source.lastBad <= TOGETHER)
                .sorted(Comparator.comparingInt(source -> source.number))
                .toList();
        // Some were odder when they last failed.
        sources.forEach(source -> put(source, source.surprise()));
        return Scan.best(sources, known.size(), aloneCosts);
    }

    private double surprise(double value, long at) {
        return together.surprise(value, Math.min((at - began) / (double) TOGETHER, MEMORY_SLOTS));
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
        classes.keep(snapshot);
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
