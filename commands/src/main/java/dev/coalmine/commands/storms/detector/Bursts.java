package dev.coalmine.commands.storms.detector;

/** How bursty a source usually is: the variance of its five-minute counts over their mean (Fano factor). */
final class Bursts {

    private static final long BIN = 5 * 60_000;

    private long bin;
    private double inBin;
    private double bins;
    private double sum;
    private double squares;

    void hear(long at) {
        var now = at / BIN;
        if (now > bin) {
            close(bin == 0 ? 0 : now - bin);
            bin = now;
        }
        inBin++;
    }

    private void close(long passed) {
        if (passed > 0) {
            bins += passed;
            sum += inBin;
            squares += inBin * inBin;
        }
        inBin = 0;
    }

    /** Between 1, as by chance, and 2. */
    double fano() {
        if (bins < 12 || sum == 0) {
            return 1;
        }
        var mean = sum / bins;
        return Math.clamp((squares / bins - mean * mean) / mean, 1, 2);
    }

    void decay(double factor) {
        bins *= factor;
        sum *= factor;
        squares *= factor;
    }

    void keep(Snapshot snapshot) {
        bin = snapshot.whole(bin);
        inBin = snapshot.real(inBin);
        bins = snapshot.real(bins);
        sum = snapshot.real(sum);
        squares = snapshot.real(squares);
    }
}
