package dev.coalmine.commands.storms.detector;

/**
 * How much speaks against a source being as usual: a mixture of three e-CUSUMs, one for each of three ways to be worse
 * (Shin, Ramdas and Rinaldo, "E-detectors", 2024). When nothing has changed it takes e^h events on average until it says
 * h, whatever the events' dependence.
 */
abstract sealed class Evidence permits Ratio, Rate {

    static final int WAYS = 3;

    /** So that what is over can be forgotten in time. */
    private static final double MOST = 150;
    // Below that an excursion is over: the leak alone would take for ever to end it.
    private static final double NOTHING = 0.1;

    private final double[] against = new double[WAYS];
    private final long[] began = new long[WAYS];
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
        var sum = 0.0;
        for (var s : against) {
            sum += Math.exp(s);
        }
        return Math.log(sum / WAYS);
    }

    /** The most that speaks against it in one way, in nats: about its strength, and quick to tell. */
    final double strongest() {
        return any ? Math.max(against[0], Math.max(against[1], against[2])) : 0;
    }

    /** What is left of evidence after so many milliseconds, when e-fold less is left after {@code forgetting}. */
    static double leak(long passed, double forgetting) {
        var x = Math.max(0, passed) / forgetting;
        return x < 0.01 ? 1 - x : Math.exp(-x);
    }

    /** When the first failure happened of those that speak against it most; only while there is evidence. */
    final long onset() {
        var best = 0;
        for (var way = 1; way < WAYS; way++) {
            if (against[way] > against[best]) {
                best = way;
            }
        }
        return began[best];
    }

    /** @param leak how much of the evidence before is left */
    final void add(int way, double leak, double gain, long at) {
        var now = Math.min(MOST, Math.max(0, against[way] * leak) + gain);
        if (now <= NOTHING) {
            against[way] = 0;
        } else {
            if (against[way] == 0) {
                began[way] = at;
            }
            against[way] = now;
        }
    }

    final void settle() {
        any = against[0] > 0 || against[1] > 0 || against[2] > 0;
    }

    /** Another failure is as usual, and speaks against nothing. */
    abstract void learn(long at);

    /** What happened until then is nothing to learn from. */
    abstract void skip(long at);

    /** It begins anew, with what it has learned. */
    final void clear() {
        for (var way = 0; way < WAYS; way++) {
            against[way] = 0;
        }
        any = false;
    }

    void keep(Snapshot snapshot) {
        for (var way = 0; way < WAYS; way++) {
            against[way] = snapshot.real(against[way]);
            began[way] = snapshot.whole(began[way]);
        }
        settle();
    }
}
