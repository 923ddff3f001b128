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

    // What a success says, as of the last failure; what is usual changes slowly.
    private double success0;
    private double success1;
    private double success2;
    private double bad;
    private double good;
    // Of the excursion under way: what may be a storm is not to be explained by itself.
    private double heldBad;
    private double heldGood;
    private long last;

    /**
     * @param extra what the text of a failure adds
     * @param learn how much of it is learned as usual
     */
    void hear(boolean failed, long at, double extra, double learn) {
        if (failed || any()) {
            weigh(failed, at, failed ? extra : 0);
        }
        last = Math.max(last, at);
        if (failed) {
            heldBad += learn;
        } else {
            heldGood += learn;
        }
        if (!any() || at - onset() >= NEW_NORMAL) {
            bad += heldBad;
            good += heldGood;
            heldBad = 0;
            heldGood = 0;
        }
    }

    private void weigh(boolean failed, long at, double extra) {
        var leak = leak(at - last, FORGETTING);
        if (failed) {
            var usual = usual();
            for (var way = 0; way < WAYS; way++) {
                add(way, leak, Math.log(worse(way, usual) / usual) + extra, at);
            }
            success0 = success(0, usual);
            success1 = success(1, usual);
            success2 = success(2, usual);
        } else {
            add(0, leak, success0, at);
            add(1, leak, success1, at);
            add(2, leak, success2, at);
        }
        settle();
    }

    private static double success(int way, double usual) {
        return Math.log((1 - worse(way, usual)) / (1 - usual));
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
