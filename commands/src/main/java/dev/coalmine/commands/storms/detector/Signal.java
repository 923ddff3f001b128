package dev.coalmine.commands.storms.detector;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something was launched, or an alert began or ended.
 *
 * @param at when it happened by the sender's clock, in milliseconds since 1970
 * @param received when it arrived, in milliseconds since 1970; decides only when people are told
 * @param source the launcher, or the service of an alert
 * @param automated whether a program launched it; null if nobody knows
 * @param entity what was launched or fires: a host, an instance; null if the source names none
 * @param text what the source says of it, as it came
 * @param attributes what else is known, such as zone or image
 */
public record Signal(
        long at,
        long received,
        Kind kind,
        String source,
        @Nullable Boolean automated,
        @Nullable String entity,
        Outcome outcome,
        @Nullable String text,
        Map<String, String> attributes) {

    /** Launches have a denominator: those that went well. Alerts have only a rate. */
    public enum Kind {
        LAUNCH,
        ALERT
    }

    /** The first three are of launches, the others of alerts. */
    public enum Outcome {
        STARTED,
        SUCCEEDED,
        FAILED,
        FIRING,
        RESOLVED;

        /** Whether it speaks for a storm. */
        public boolean bad() {
            return this == FAILED || this == FIRING;
        }
    }
}
