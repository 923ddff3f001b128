package dev.coalmine.storage.outbox;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A delivery that was given up.
 *
 * @param kind what was to be told, such as {@code Post}
 * @param joined how many more messages were to go out in it
 * @param reason as Slack gave it, or in our words
 * @param at when it was given up
 */
public record Dead(long id, String lane, String kind, Optional<Long> incident, int joined, String reason, Instant at) {

    private static final Pattern OF_INCIDENT = Pattern.compile("(?:incident|decoration|announcement):(\\d{1,18})");

    /** The incident that a lane or slot speaks of. */
    static Optional<Long> incident(String name) {
        var matcher = OF_INCIDENT.matcher(name);
        return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
    }
}
