package dev.coalmine.storage.pages;

import java.time.Instant;

/**
 * What alerts changed in an incident from {@code since} on.
 *
 * @param told how many of the changes were said each in a line of its own
 * @param joined how many alerts joined and were only counted
 * @param firedAgain how many fired again and were only counted
 * @param ended how often the last that fired ended, where that was only counted
 * @param acknowledged how many were acknowledged and were only counted
 */
public record Tally(long incident, Instant since, int told, int joined, int firedAgain, int ended, int acknowledged) {

    /** What an alert did that the incident's channel should know. */
    public enum Change {
        JOINED,
        FIRED_AGAIN,
        /** It was the last that fired. */
        ENDED,
        ACKNOWLEDGED
    }

    public static Tally none(long incident, Instant since) {
        return new Tally(incident, since, 0, 0, 0, 0, 0);
    }

    /** One more change that is said in a line of its own. */
    public Tally oneMoreTold() {
        return new Tally(incident, since, told + 1, joined, firedAgain, ended, acknowledged);
    }

    /** One more change that is only counted. */
    public Tally counted(Change change) {
        return switch (change) {
            case JOINED -> new Tally(incident, since, told, joined + 1, firedAgain, ended, acknowledged);
            case FIRED_AGAIN -> new Tally(incident, since, told, joined, firedAgain + 1, ended, acknowledged);
            case ENDED -> new Tally(incident, since, told, joined, firedAgain, ended + 1, acknowledged);
            case ACKNOWLEDGED -> new Tally(incident, since, told, joined, firedAgain, ended, acknowledged + 1);
        };
    }

    /** How many changes were only counted. */
    public int folded() {
        return joined + firedAgain + ended + acknowledged;
    }
}
