package dev.coalmine.commands.storms.detector;

/**
 * The one thing to configure.
 *
 * @param daysBetweenFalseAlarms how rarely chance alone may raise an alarm, in days
 */
public record Sensitivity(double daysBetweenFalseAlarms) {

    /** One in a month. */
    public static final Sensitivity USUAL = new Sensitivity(30);

    private static final double SLOTS_OF_A_DAY = 96;
    private static final double MOST = 50;

    public Sensitivity {
        if (!(daysBetweenFalseAlarms >= 1 && daysBetweenFalseAlarms <= 3_650)) {
            throw new IllegalArgumentException("Between false alarms lie 1 to 3650 days.");
        }
    }

    /** As people say it: so many in a month of 30 days. */
    public static Sensitivity falseAlarmsPerMonth(double alarms) {
        return new Sensitivity(30 / alarms);
    }

    /**
     * From how many nats on it is an alarm; a quarter of an hour is one chance. That it is looked at all the time meanwhile
     * the evidence accounts for.
     */
    double threshold() {
        return Math.log(daysBetweenFalseAlarms * SLOTS_OF_A_DAY);
    }

    /** Once in how many days chance alone brings what is that surprising. */
    static double daysBetween(double surprise) {
        return Math.exp(Math.min(MOST, surprise)) / SLOTS_OF_A_DAY;
    }
}
