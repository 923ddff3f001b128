package dev.coalmine.commands.storms.streams;

/** When in a day a launcher launches. */
enum Rhythm {
    /** The same all day, at any moment. */
    STEADY,
    /** The same all day, on the minutes that five divides. */
    EVERY_FIVE_MINUTES,
    /** As traffic goes: a third at night, less on weekends. */
    WITH_TRAFFIC,
    /** Together, once in an hour. */
    HOURLY,
    /** When people work. */
    WORKING_HOURS;

    /** How many times its mean it launches then. */
    double factor(long time) {
        var hour = Span.hourOfDay(time);
        return switch (this) {
            case STEADY, EVERY_FIVE_MINUTES, HOURLY -> 1;
            case WITH_TRAFFIC -> (1 + 0.7 * Math.cos((hour - 15) / 24 * 2 * Math.PI)) * (Span.weekend(time) ? 0.7 : 1);
            case WORKING_HOURS -> worked(hour) * (Span.weekend(time) ? 0.08 : 1);
        };
    }

    private static double worked(double hour) {
        if (hour < 7 || hour >= 21) {
            return 0.06;
        }
        return hour >= 9 && hour < 18 ? 2 : 0.8;
    }
}
