package dev.coalmine.commands.storms.detector;

import java.util.Comparator;
import java.util.List;

/**
 * Looks across sources: one that is very odd, or some that are odd together. The surprises of m sources that have nothing
 * to do with each other sum up to no more than an Erlang distribution of m says; of the best m out of many that is paid
 * for by how many ways there were to choose them.
 */
final class Scan {

    // Of more of them at once the bounds are as good.
    static final int MOST = 64;
    private static final double LOOKS = Math.log(3);
    private static final double FEWEST_SOURCES = 10;

    static final Found NOTHING = new Found(-1, List.of());

    private Scan() {}

    /**
     * @param surprise of the best choice in nats; negative when there is none
     * @param sources what was chosen, the oddest first
     */
    record Found(double surprise, List<Source> sources) {}

    /**
     * @param odd sources with some evidence lately
     * @param known how many sources there are in all
     * @param aloneCosts what is taken off when it is one source only
     */
    static Found best(List<Source> odd, int known, double aloneCosts) {
        var sorted = odd.stream()
                .map(source -> new Odd(source, source.surprise()))
                .filter(it -> it.surprise > 0)
                .sorted(Comparator.comparingDouble(Odd::surprise).reversed())
                .toList();
        var best = -1.0;
        var chosen = 0;
        var sum = 0.0;
        for (var m = 1; m <= sorted.size(); m++) {
            sum += sorted.get(m - 1).surprise;
            var value = value(m, sum, known, aloneCosts);
            if (value > best) {
                best = value;
                chosen = m;
            }
        }
        return new Found(best, sorted.stream().limit(chosen).map(Odd::source).toList());
    }

    /** What m of so many sources are worth together that are so surprising in all. */
    static double value(int m, double sum, int known, double aloneCosts) {
        return m == 1
                ? sum - LOOKS - Math.log(Math.max(known, FEWEST_SOURCES)) - aloneCosts
                : erlang(m, sum) - choices(Math.max(known, m), m) - LOOKS;
    }

    /** −ln P(Erlang(m) ≥ sum), by the sum of a Poisson distribution's first m terms; of many no more than Chernoff's bound. */
    static double erlang(int m, double sum) {
        if (m > MOST) {
            return sum > m ? sum - m - m * Math.log(sum / m) : 0;
        }
        var term = 1.0;
        var terms = 1.0;
        for (var k = 1; k < m; k++) {
            term *= sum / k;
            terms += term;
        }
        return sum - Math.log(terms);
    }

    /** ln C(n, m). */
    private static double choices(int n, int m) {
        if (m > MOST) {
            // No more than that, by the entropy of the share that is chosen.
            var share = (double) m / n;
            return m == n ? 0 : -n * (share * Math.log(share) + (1 - share) * Math.log(1 - share));
        }
        var log = 0.0;
        for (var k = 1; k <= m; k++) {
            log += Math.log((double) (n - m + k) / k);
        }
        return log;
    }

    private record Odd(Source source, double surprise) {}
}
