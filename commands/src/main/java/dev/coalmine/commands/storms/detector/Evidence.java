package dev.coalmine.commands.storms.detector;

/**
 * How much speaks against a source being as usual: a mixture of three e-CUSUMs, one for each of three ways to be worse
 * (Shin, Ramdas and Rinaldo, "E-detectors", 2024). When nothing has changed it takes e^h events on average until it says
 * h, whatever the events' dependence.
 */
abstract sealed class Evidence permits Ratio, Rate {

    static final int WAYS = 3;

    /** What has gone on for so long is what is usual from then on. */
    static final long NEW_NORMAL = 2 * 3_600_000;

    /** So that what is over can be forgotten in time. */
    private static final double MOST = 150;
    // Below that an excursion is over: the leak alone would take for ever to end it.
    private static final double NOTHING = 0.1;

    // No arrays: there are ten thousand of these, and what says how long an array is takes as much room as its numbers.
    private double against0;
    private double against1;
    private double against2;
    private long began0;
    private long began1;
    private long began2;
    private boolean any;

    /** Whether anything speaks against it. */
    final boolean any() {
        return any;
    }

    /** The evidence in nats; 0 when there is none. */
    final double strength() {
        if (!any) {
            return 0;
        }
        return Math.log((Math.exp(against0) + Math.exp(against1) + Math.exp(against2)) / WAYS);
    }

    /** The most that speaks against it in one way, in nats: about its strength, and quick to tell. */
    final double strongest() {
        return any ? Math.max(against0, Math.max(against1, against2)) : 0;
    }

    /** What is left of evidence after so many milliseconds, when e-fold less is left after {@code forgetting}. */
    static double leak(long passed, double forgetting) {
        var x = Math.max(0, passed) / forgetting;
        return x < 0.01 ? 1 - x : Math.exp(-x);
    }

    /** When the first failure happened of those that speak against it most; only while there is evidence. */
    final long onset() {
        if (against0 >= against1 && against0 >= against2) {
            return began0;
        }
        return against1 >= against2 ? began1 : began2;
    }

    /** A failure that happened then; it may have happened before one that came in sooner. */
    final void add(int way, double gain, long at) {
        switch (way) {
            case 0 -> {
                began0 = against0 == 0 ? at : Math.min(began0, at);
                against0 = added(against0, gain);
            }
            case 1 -> {
                began1 = against1 == 0 ? at : Math.min(began1, at);
                against1 = added(against1, gain);
            }
            default -> {
                began2 = against2 == 0 ? at : Math.min(began2, at);
                against2 = added(against2, gain);
            }
        }
    }

    /**
     * Something that speaks for it, after a while.
     *
     * @param leak how much of the evidence before is left
     */
    final void less(int way, double leak, double loss) {
        switch (way) {
            case 0 -> against0 = added(against0 * leak, -loss);
            case 1 -> against1 = added(against1 * leak, -loss);
            default -> against2 = added(against2 * leak, -loss);
        }
    }

    private static double added(double before, double gain) {
        var now = Math.min(MOST, before + gain);
        return now <= NOTHING ? 0 : now;
    }

    final void settle() {
        any = against0 > 0 || against1 > 0 || against2 > 0;
    }

    /**
     * @param began when it happened, if that was only known later
     * @param extra what its text adds
     * @param learn how much of it is learned as usual
     * @return whether nothing was left of the evidence before: another excursion begins
     */
    abstract boolean failed(long began, long at, double extra, double learn);

    /** Another failure is as usual, and speaks against nothing. */
    abstract void learn(long at);

    /** What happened until then is nothing to learn from. */
    abstract void skip(long at);

    /** It begins anew, with what it has learned. */
    final void clear() {
        against0 = 0;
        against1 = 0;
        against2 = 0;
        any = false;
    }

    void keep(Snapshot snapshot) {
        against0 = snapshot.real(against0);
        against1 = snapshot.real(against1);
        against2 = snapshot.real(against2);
        began0 = snapshot.whole(began0);
        began1 = snapshot.whole(began1);
        began2 = snapshot.whole(began2);
        settle();
    }
}
