package dev.coalmine.commands.storms.detector;

/**
 * Evidence from launches: of those that are tried, more fail than usual. Many launches at once weigh nothing, since they
 * bring their successes along.
 */
final class Ratio extends Evidence {

    private static final double PRIOR_BAD = 1;
    private static final double PRIOR = 20;
    private static final double UPPER = 1.64;
    private static final double FORGETTING = 2 * 3_600_000.0;

    // What a success takes away, as of the last failure; what is usual changes slowly.
    private float success0;
    private float success1;
    private float success2;
    private double bad;
    private double good;
    // Of the excursion under way: what may be a storm is not to be explained by itself.
    private double heldBad;
    private double heldGood;
    private long last;

    void succeeded(long at, double learn) {
        if (any()) {
            weigh(at);
        }
        hears(at);
        heldGood += learn;
        learns(at);
    }

    @Override
    boolean failed(long began, long at, double extra, double learn) {
        var afresh = weigh(began, at, extra);
        hears(at);
        heldBad += learn;
        learns(at);
        return afresh;
    }

    private void hears(long at) {
        last = Math.max(last, at);
    }

    private void learns(long at) {
        if (!any() || at - onset() >= NEW_NORMAL) {
            bad += heldBad;
            good += heldGood;
            heldBad = 0;
            heldGood = 0;
        }
    }

    private boolean weigh(long began, long at, double extra) {
        var leak = leak(at - last, FORGETTING);
        var usual = usual();
        for (var way = 0; way < WAYS; way++) {
            less(way, leak, 0);
        }
        settle();
        var afresh = !any();
        for (var way = 0; way < WAYS; way++) {
            add(way, Math.log(worse(way, usual) / usual) + extra, began);
        }
        success0 = success(0, usual);
        success1 = success(1, usual);
        success2 = success(2, usual);
        settle();
        return afresh;
    }

    private void weigh(long at) {
        var leak = leak(at - last, FORGETTING);
        less(0, leak, success0);
        less(1, leak, success1);
        less(2, leak, success2);
        settle();
    }

    private static float success(int way, double usual) {
        return (float) Math.log((1 - usual) / (1 - worse(way, usual)));
    }

    private static double worse(int way, double usual) {
        return switch (way) {
            case 0 -> times(5, usual);
            case 1 -> times(25, usual);
            default -> Math.max(0.9, 1 - (1 - usual) / 5);
        };
    }

    private static double times(double factor, double share) {
        var odds = factor * share / (1 - share);
        return odds / (1 + odds);
    }

    /** The share of failures that is not worth a word: the upper end of what has been usual. */
    private double usual() {
        var tried = bad + good + PRIOR;
        var share = share();
        return Math.clamp(share + UPPER * Math.sqrt(share * (1 - share) / (tried + 1)), 0.01, 0.7);
    }

    /** The share of launches that usually fail. */
    double share() {
        return (bad + PRIOR_BAD) / (bad + good + PRIOR);
    }

    /** How many failures have been learned. */
    double failures() {
        return bad;
    }

    @Override
    void learn(long at) {
        bad++;
        skip(at);
    }

    @Override
    void skip(long at) {
        last = Math.max(last, at);
    }

    void decay(double factor) {
        bad *= factor;
        good *= factor;
    }

    @Override
    void keep(Snapshot snapshot) {
        super.keep(snapshot);
        success0 = snapshot.real(success0);
        success1 = snapshot.real(success1);
        success2 = snapshot.real(success2);
        bad = snapshot.real(bad);
        good = snapshot.real(good);
        heldBad = snapshot.real(heldBad);
        heldGood = snapshot.real(heldGood);
        last = snapshot.whole(last);
    }
}
