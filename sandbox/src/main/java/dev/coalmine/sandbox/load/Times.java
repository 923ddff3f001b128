package dev.coalmine.sandbox.load;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long each of many things took. Every one is kept, so that the slowest of a million is not an estimate. */
final class Times {

    private long[] nanos = new long[1_024];
    private int count;

    synchronized void add(long nanosTaken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = nanosTaken;
    }

    static Times of(Collection<Times> parts) {
        var all = new Times();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    synchronized int count() {
        return count;
    }

    /** Median, 99th percentile and maximum, in milliseconds. */
    synchronized String inWords() {
        if (count == 0) {
            return "none";
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, maximum %.1f ms",
                millis(sorted[rank(50)]),
                millis(sorted[rank(99)]),
                millis(sorted[count - 1]));
    }

    private synchronized void addAll(Times other) {
        var joined = Arrays.copyOf(nanos, count + other.count + 1);
        System.arraycopy(other.nanos, 0, joined, count, other.count);
        nanos = joined;
        count += other.count;
    }

    /** The nearest rank: the smallest value that so many percent do not exceed. */
    private int rank(int percent) {
        return Math.max(0, (int) Math.ceil(count * percent / 100.0) - 1);
    }

    private static double millis(long nanosTaken) {
        return (double) nanosTaken / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
