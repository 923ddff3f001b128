package dev.coalmine.commands.storms.detector;

/** What the sources of a storm did in the last hour, by the minute in which it arrived. */
final class Lately {

    static final int MINUTES = 60;

    private static final long MINUTE = 60_000;
    // More than that happens once in forty times when all is well.
    private static final double SPREADS = 2;

    private final int[] failed = new int[MINUTES];
    private final double[] expected = new double[MINUTES];
    private long latest;

    /** @param usual how many failures were to be expected of it */
    void failed(long received, double usual) {
        var nth = minute(received);
        failed[nth]++;
        expected[nth] += usual;
    }

    /** @param usual how many failures were to be expected of it */
    void succeeded(long received, double usual) {
        expected[minute(received)] += usual;
    }

    /**
     * Whether no more failed than fails when all is well (two standard deviations of a Poisson distribution above what is
     * expected).
     *
     * @param minutes in how many minutes until now, at most {@link #MINUTES}
     * @param alsoUsual how many failures were to be expected besides
     */
    boolean isAsUsual(long now, int minutes, double alsoUsual) {
        minute(now);
        var all = 0;
        var usual = alsoUsual;
        for (var minute = latest; minute > latest - minutes; minute--) {
            var nth = Math.floorMod(minute, MINUTES);
            all += failed[nth];
            usual += expected[nth];
        }
        return all <= usual + SPREADS * Math.sqrt(usual);
    }

    /** Where that minute is counted; what is too long ago is forgotten. */
    private int minute(long time) {
        var now = Math.max(latest, time / MINUTE);
        for (var gone = Math.max(latest + 1, now - MINUTES + 1); gone <= now; gone++) {
            failed[(int) (gone % MINUTES)] = 0;
            expected[(int) (gone % MINUTES)] = 0;
        }
        latest = now;
        return (int) (now % MINUTES);
    }

    void keep(Snapshot snapshot) {
        latest = snapshot.whole(latest);
        for (var nth = 0; nth < MINUTES; nth++) {
            failed[nth] = snapshot.number(failed[nth]);
            expected[nth] = snapshot.real(expected[nth]);
        }
    }
}
