package dev.coalmine.commands.storms.detector;

/** Evidence from alerts, of which nobody knows how many did not fire: they come faster than usual. */
final class Rate extends Evidence {

    private static final double HOUR = 3_600_000.0;
    private static final double[] FASTER = {4, 15, 60};
    private static final double[] GAIN = {Math.log(4), Math.log(15), Math.log(60)};
    private static final double UPPER = 1.64;
    private static final double FORGETTING = 30 * 60_000.0;

    private final Bursts bursts = new Bursts();
    private double count;
    private double hours;
    private long last;

    @Override
    boolean failed(long began, long at, double extra, double learn) {
        var passed = last == 0 ? 0 : Math.max(0, at - last);
        var perHour = usualPerHour();
        var spread = bursts.fano();
        var leak = leak(passed, FORGETTING);
        for (var way = 0; way < WAYS; way++) {
            // The time in which nothing came speaks for it, before this one speaks against it.
            var silence = (FASTER[way] - 1) * perHour * passed / HOUR / spread;
            less(way, leak, silence);
        }
        settle();
        var afresh = !any();
        for (var way = 0; way < WAYS; way++) {
            add(way, (GAIN[way] + extra) / spread, began);
        }
        settle();
        bursts.hear(at);
        hours += learn * passed / HOUR;
        count += learn;
        last = Math.max(last, at);
        return afresh;
    }

    private double usualPerHour() {
        return perHour() + UPPER * Math.sqrt(1 + count) / (1 + hours);
    }

    /** With one an hour before anything is known. */
    double perHour() {
        return (1 + count) / (1 + hours);
    }

    @Override
    void learn(long at) {
        hours += last == 0 ? 0 : Math.max(0, at - last) / HOUR;
        count++;
        skip(at);
    }

    @Override
    void skip(long at) {
        last = Math.max(last, at);
    }

    void decay(double factor) {
        count *= factor;
        hours *= factor;
        bursts.decay(factor);
    }

    @Override
    void keep(Snapshot snapshot) {
        super.keep(snapshot);
        bursts.keep(snapshot);
        count = snapshot.real(count);
        hours = snapshot.real(hours);
        last = snapshot.whole(last);
    }
}
