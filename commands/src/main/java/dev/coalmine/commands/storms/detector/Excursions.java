package dev.coalmine.commands.storms.detector;

/**
 * How far the evidence against a source went before, from nothing back to nothing, without there being a storm. What
 * went as far each night is no news; extreme-value theory says how unusual it is to go farther: excesses over a
 * threshold follow a generalised Pareto distribution (Pickands 1975), fitted here by moments (Hosking and Wallis 1987).
 */
final class Excursions {

    private static final double THRESHOLD = 1;
    // Before anything is known: as if six had been seen, of exponential excesses with mean 1.
    private static final double PRIOR = 6;
    private static final double HEAVIEST = 0.3;

    private double seen;
    private double sum;
    private double squares;
    private double highest;

    /** It goes on. */
    void reaches(double strength) {
        highest = Math.max(highest, strength);
    }

    /** It is over. */
    void over() {
        if (highest > THRESHOLD) {
            var excess = highest - THRESHOLD;
            seen++;
            sum += excess;
            squares += excess * excess;
        }
        highest = 0;
    }

    /** It is over, and was a storm: nothing to get used to. */
    void forget() {
        highest = 0;
    }

    /** The surprise, in nats, at evidence of that strength, given that there is some. */
    double surprise(double strength) {
        var excess = strength - THRESHOLD;
        if (excess <= 0) {
            return 0;
        }
        var mean = (PRIOR + sum) / (PRIOR + seen);
        var variance = Math.max(1e-9, (2 * PRIOR + squares) / (PRIOR + seen) - mean * mean);
        var tail = mean * mean / variance;
        var shape = Math.clamp((1 - tail) / 2, 0, HEAVIEST);
        var scale = mean * (1 - shape);
        return shape < 1e-6 ? excess / scale : Math.log1p(shape * excess / scale) / shape;
    }

    /** How many there have been. */
    double seen() {
        return seen;
    }

    void decay(double factor) {
        seen *= factor;
        sum *= factor;
        squares *= factor;
    }
}
