package dev.coalmine.commands.storms.detector;

import org.jspecify.annotations.Nullable;

/**
 * How far the evidence against a source went before, from nothing back to nothing, without there being a storm. What
 * went as far each night is no news; extreme-value theory says how unusual it is to go farther: excesses over a
 * threshold follow a generalised Pareto distribution (Pickands 1975), fitted here by moments (Hosking and Wallis 1987).
 */
final class Excursions {

    private static final float THRESHOLD = 1;
    // What is known beforehand weighs as much as six; where nothing is known at all, excesses are exponential with mean
    // 1.
    private static final double PRIOR = 6;
    private static final double HEAVIEST = 0.1;
    // As far as an alarm goes; what goes less far says little of what else may happen.
    private static final double FAR = 8;
    private static final int SOME = 5;
    // What comes again sooner is a relapse; what comes again the next day or night is a habit.
    private static final long RELAPSE = 12 * 3_600_000;

    // Those of all sources of the layer: what is not known of one, is as with the others. Null where it is not asked
    // for.
    private final @Nullable Excursions others;
    private double all;
    // Of these the ones that went farther than the first failure alone.
    private double seen;
    private double sum;
    private double squares;
    private float farthest;
    private float highest;
    // How far the first failure alone went: what is seldom goes far with each, and that is all there mostly is.
    private float base;
    // Of the last alarm, while that is no habit yet.
    private float alarmed;
    private long alarmedAt;

    Excursions(@Nullable Excursions others) {
        this.others = others;
    }

    /** It goes on. */
    void reaches(double strength) {
        var far = (float) strength;
        base = highest == 0 ? Math.max(THRESHOLD, far) : base;
        highest = Math.max(highest, far);
    }

    /** It is over. */
    void over() {
        all++;
        learn(highest - base);
        highest = 0;
        base = 0;
    }

    /** It is over, and raised an alarm. */
    void over(long alarm) {
        all++;
        learn(alarmed);
        alarmed = highest - base;
        alarmedAt = alarm;
        highest = 0;
        base = 0;
    }

    private void learn(double excess) {
        if (excess > 0) {
            add(excess);
            if (others != null) {
                others.add(excess);
            }
        }
    }

    private void add(double excess) {
        seen++;
        sum += excess;
        squares += excess * excess;
        farthest = Math.max(farthest, (float) excess);
    }

    /** It is over, and was a storm: nothing to get used to. */
    void forget() {
        highest = 0;
        base = 0;
    }

    /**
     * How surprising evidence of that strength is within a quarter of an hour, in nats.
     *
     * @param slots in how many quarters of an hour excursions were counted
     */
    double surprise(double strength, double slots) {
        var excess = (float) strength - Math.max(THRESHOLD, base);
        return excess > 0 ? beyond(excess) + seldom(seen, slots) : seldom(all, slots);
    }

    private static double seldom(double times, double slots) {
        return -Math.log(Math.min(1, (times + 1) / (slots + 1)));
    }

    /** The surprise at so much excess, given that there is some. */
    private double beyond(double excess) {
        var mean = mean();
        var variance = Math.max(1e-9, meanSquare() - mean * mean);
        var tail = mean * mean / variance;
        var shape = Math.clamp((1 - tail) / 2, 0, HEAVIEST);
        var scale = mean * (1 - shape);
        var byTail = shape < 1e-6 ? excess / scale : Math.log1p(shape * excess / scale) / shape;
        return Math.max(byTail, byFarthest(excess));
    }

    /**
     * What goes far time and again, and about as far each time, is not told by a mean to which a multiple is nothing much:
     * of n exponential excesses the highest is about ln n means, and so it says what the mean would be.
     */
    private double byFarthest(double excess) {
        return seen < SOME || farthest < FAR ? 0 : excess * Math.log(PRIOR + seen + 1) / Math.max(farthest, mean());
    }

    private double mean() {
        return (PRIOR * (others == null ? 1 : others.mean()) + sum) / (PRIOR + seen);
    }

    private double meanSquare() {
        return (PRIOR * (others == null ? 2 : others.meanSquare()) + squares) / (PRIOR + seen);
    }

    void decay(double factor, long now) {
        if (alarmed > 0 && now - alarmedAt > RELAPSE) {
            learn(alarmed);
            alarmed = 0;
        }
        all *= factor;
        seen *= factor;
        sum *= factor;
        squares *= factor;
        farthest *= (float) factor;
    }

    void keep(Snapshot snapshot) {
        all = snapshot.real(all);
        seen = snapshot.real(seen);
        sum = snapshot.real(sum);
        squares = snapshot.real(squares);
        farthest = snapshot.real(farthest);
        highest = snapshot.real(highest);
        base = snapshot.real(base);
        alarmed = snapshot.real(alarmed);
        alarmedAt = snapshot.whole(alarmedAt);
    }
}
