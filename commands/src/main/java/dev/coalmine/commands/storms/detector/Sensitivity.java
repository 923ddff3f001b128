package dev.coalmine.commands.storms.detector;

/**
 * The one thing to configure.
 *
 * @param daysBetweenFalseAlarms how rarely chance alone may raise an alarm, in days
 */
public record Sensitivity(double daysBetweenFalseAlarms) {

    /** One in a month. */
    public static final Sensitivity USUAL = new Sensitivity(30);

    public Sensitivity {
        if (!(daysBetweenFalseAlarms >= 1 && daysBetweenFalseAlarms <= 3_650)) {
            throw new IllegalArgumentException("Between false alarms lie 1 to 3650 days.");
        }
    }
}
