package dev.coalmine.commands.coincidences;

import dev.coalmine.storage.coincidences.MinuteCount;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;

/**
 * How often so much happens within a window, whatever else is going on: what a coincidence has to be measured by.
 *
 * <p>Windows slide by the minute, so one burst is in as many of them as they are long.
 *
 * @param windows how many were looked at
 * @param asMuch in how many of them as much happened, or more
 * @param days over how many days they lie, counted back from the last
 * @param daysWith on how many of these days such a window ended
 */
public record BaseRate(long windows, long asMuch, int days, int daysWith) {

    private static final long DAY = 24L * 60;

    /**
     * Counts windows of so many minutes that lie within a stretch of time.
     *
     * @param history in no order; what lies outside of the stretch does not count
     * @param from the first minute of the stretch, and {@code until} the first after it
     * @param atLeast how much has to happen in a window, at least 1
     */
    public static BaseRate of(Collection<MinuteCount> history, long from, long until, int length, long atLeast) {
        var windows = Math.max(0, until - from - length + 1);
        if (windows == 0) {
            return new BaseRate(0, 0, 0, 0);
        }
        var counts = new long[Math.toIntExact(until - from)];
        history.stream()
                .filter(it -> it.minute() >= from && it.minute() < until)
                .forEach(it -> counts[(int) (it.minute() - from)] += it.count());
        return slide(counts, length, atLeast);
    }

    private static BaseRate slide(long[] counts, int length, long atLeast) {
        var days = new HashSet<Long>();
        var asMuch = 0L;
        var within = 0L;
        for (var minute = 0; minute < counts.length; minute++) {
            within += counts[minute] - (minute < length ? 0 : counts[minute - length]);
            if (minute >= length - 1 && within >= atLeast) {
                asMuch++;
                days.add(daysAgo(minute, counts.length));
            }
        }
        var all = (int) daysAgo(length - 1, counts.length) + 1;
        return new BaseRate(counts.length - length + 1L, asMuch, all, days.size());
    }

    /** Days of 24 hours, counted back from the end of the stretch. */
    private static long daysAgo(int minute, int stretch) {
        return (stretch - 1 - minute) / DAY;
    }

    /** In which part of all windows, from 0 to 1; 1 when there was none to look at. */
    public double share() {
        return windows == 0 ? 1 : (double) asMuch / windows;
    }

    /**
     * How likely it is to find something as rare by looking at so many things, if none has to do with the other: 10 % in
     * each of seven becomes 52 % for any of them.
     */
    public double byChance(int things) {
        return byChance(share(), things);
    }

    static double byChance(double share, int things) {
        return 1 - Math.pow(1 - share, Math.max(1, things));
    }

    /** In words, such as {@code in 3 % of five-minute windows}. */
    String words() {
        return asMuch == 0
                ? "in none of the five-minute windows"
                : "in %s of five-minute windows".formatted(percent(share()));
    }

    /** Two digits at most, however small it is. */
    static String percent(double share) {
        var percent = share * 100;
        if (percent >= 9.95 || percent == 0) {
            return "%.0f %%".formatted(percent);
        }
        var digits = percent >= 0.995 ? 1 : Math.min(4, 1 - (int) Math.floor(Math.log10(percent)));
        return String.format(Locale.ROOT, "%." + digits + "f", percent).replaceFirst("\\.?0+$", "") + " %";
    }
}
