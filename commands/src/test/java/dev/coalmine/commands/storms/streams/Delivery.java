package dev.coalmine.commands.storms.streams;

import java.util.HashMap;
import java.util.Map;

/** How late, how often and with which clock a record arrives. */
final class Delivery {

    private final Chance chance;
    private final Map<String, Long> skews = new HashMap<>();
    private long outageFrom;
    private long outageTo;
    private double repeated;
    private double mess;
    private long skew = 2 * Span.SECOND;

    Delivery(Chance chance) {
        this.chance = chance;
    }

    /** What happens in between arrives when it is over. */
    void out(long from, long to) {
        this.outageFrom = from;
        this.outageTo = to;
    }

    /**
     * @param repeated the share of records that arrive once more, or more often
     * @param mess the mean delay in milliseconds, drawn for each record anew
     */
    void messy(double repeated, double mess) {
        this.repeated = repeated;
        this.mess = mess;
    }

    /** Each source's clock is wrong by up to so much. */
    void skewed(long most) {
        this.skew = most;
    }

    /** What the clock of the source shows at that time. */
    long shown(String source, long time) {
        return time + skews.computeIfAbsent(source, any -> chance.between(-skew, skew));
    }

    int copies() {
        var copies = 1;
        while (copies < 4 && repeated > 0 && chance.happens(repeated)) {
            copies++;
        }
        return copies;
    }

    /** When what happened at that time arrives. */
    long arrival(long time) {
        var usual = time + (long) chance.around(700, 0.7) + (mess > 0 ? (long) chance.waiting(mess) : 0);
        return usual >= outageFrom && usual < outageTo ? outageTo + chance.between(0, 3 * Span.SECOND) : usual;
    }
}
