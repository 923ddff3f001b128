package dev.coalmine.commands.storms.streams;

/** Spans of time in milliseconds. */
final class Span {

    static final long SECOND = 1_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private Span() {}

    /** Hours since midnight, with fraction. */
    static double hourOfDay(long time) {
        return (time % DAY) / (double) HOUR;
    }

    /** Day 0 of 1970 was a Thursday. */
    static boolean weekend(long time) {
        return (time / DAY + 3) % 7 >= 5;
    }
}
