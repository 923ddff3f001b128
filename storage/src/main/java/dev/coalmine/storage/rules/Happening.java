package dev.coalmine.storage.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in an incident. Published inside the transaction that made it happen; the timeline keeps
 * every one of them, so a new feature only has to publish its own records.
 */
public interface Happening {

    /** The incident's number. */
    long incident();

    /** When it happened, which may be earlier than when Coalmine heard of it. */
    Instant at();

    /** One lower-case word that says what kind of entry this is, such as {@code severity}. */
    String kind();

    /** The Slack id of the person who did it; null when a source or Coalmine itself did. */
    @Nullable
    String person();

    /** What happened, in one line of Slack's mark-up that pings nobody it should not. */
    String words();

    /** Whether everybody in the incident's channel is told in a message of its own. */
    default boolean told() {
        return false;
    }

    /** Where it can be seen, if anywhere. */
    default @Nullable String link() {
        return null;
    }
}
