package dev.coalmine.storage.signals;

import dev.coalmine.storage.rules.Storable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One launch, or one alert, that began or ended. Texts are cut to the lengths below, and freed of what a database cannot
 * hold.
 *
 * @param at when it happened, by the sender's clock
 * @param received when it arrived
 * @param source the launcher, or the service of an alert; at most 200 characters, never empty
 * @param automated whether a program launched it; null if nobody knows
 * @param entity what was launched or fires: a host, an instance; at most 300 characters
 * @param text what the source says of it; at most 2,000 characters
 * @param link to where it can be looked at; left out if it is longer than 2,000 characters
 * @param origin where it was heard: the name of a hook, or the id of a Slack channel; at most 100 characters
 * @param attributes what else is known, such as zone or image: at most 20, of 200 characters each
 */
public record HeardSignal(
        Instant at,
        Instant received,
        Kind kind,
        String source,
        @Nullable Boolean automated,
        @Nullable String entity,
        Outcome outcome,
        @Nullable String text,
        @Nullable String link,
        String origin,
        Map<String, String> attributes) {

    /** What it is about. */
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

        /** Whether something is wrong. */
        public boolean bad() {
            return this == FAILED || this == FIRING;
        }
    }

    private static final int LONGEST_LINK = 2_000;

    public HeardSignal {
        source = Storable.text(source, 200);
        if (source.isEmpty()) {
            throw new IllegalArgumentException("A signal needs a source.");
        }
        entity = Storable.orNull(entity, 300);
        text = Storable.orNull(text, 2_000);
        link = link == null || link.length() > LONGEST_LINK ? null : Storable.orNull(link, LONGEST_LINK);
        origin = Storable.text(origin, 100);
        attributes = Storable.map(attributes, 20, 200);
    }
}
