package dev.coalmine.commands.storms.detector;

/**
 * How many sources are how odd, in classes of a quarter of a nat, and how odd each class is in all: as much as can be found
 * across ten thousand sources is told from a few dozen numbers.
 */
final class OddClasses {

    /** In nats; what is less odd is in no class. */
    static final double WIDTH = 0.25;

    private static final int CLASSES = 200;

    private final int[] counts = new int[CLASSES];
    private final double[] sums = new double[CLASSES];

    void add(double surprise) {
        var nth = nth(surprise);
        counts[nth]++;
        sums[nth] += surprise;
    }

    void remove(double surprise) {
        var nth = nth(surprise);
        counts[nth]--;
        sums[nth] = counts[nth] == 0 ? 0 : sums[nth] - surprise;
    }

    private static int nth(double surprise) {
        return Math.min(CLASSES - 1, (int) (surprise / WIDTH));
    }

    /** As much as {@link Scan#best} can find at most. */
    double atMost(int known, double aloneCosts) {
        var best = -1.0;
        var m = 0;
        var sum = 0.0;
        for (var nth = CLASSES - 1; nth > 0; nth--) {
            if (counts[nth] == 0) {
                continue;
            }
            for (var n = 1; n <= counts[nth] && m + n <= Scan.MOST; n++) {
                best = Math.max(best, value(m + n, sum + atMost(nth, n), known, aloneCosts));
            }
            m += counts[nth];
            sum += sums[nth];
            if (m > Scan.MOST) {
                best = Math.max(best, value(m, sum, known, aloneCosts));
            }
        }
        return best;
    }

    /** The oddest so many of a class have no more than all of it, and each no more than its upper end. */
    private double atMost(int nth, int n) {
        return nth == CLASSES - 1 ? sums[nth] : Math.min(sums[nth], n * (nth + 1) * WIDTH);
    }

    private static double value(int m, double sum, int known, double aloneCosts) {
        return m == 1 || sum > m ? Scan.value(m, sum, known, aloneCosts) : -1;
    }

    void keep(Snapshot snapshot) {
        for (var nth = 0; nth < CLASSES; nth++) {
            counts[nth] = snapshot.number(counts[nth]);
            sums[nth] = snapshot.real(sums[nth]);
        }
    }
}
