package dev.coalmine.storage.timeline;

import dev.coalmine.storage.rules.Markup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry to be written; its number, its recording time and its seal come with the writing. */
public record Draft(
        long incident,
        Instant happened,
        String kind,
        @Nullable String person,
        String words,
        @Nullable String link,
        @Nullable String channel,
        @Nullable String message,
        @Nullable Integer corrects) {

    /** The kind of a correction that says that the message was deleted in Slack. */
    public static final String DELETED = "deleted";

    /** Longer words are cut; a message in Slack has at most 40,000 characters. */
    public static final int MAX_WORDS = 50_000;

    // A longer link is worth nothing when it is cut.
    private static final int MAX_LINK = 4_000;

    public Draft {
        words = Markup.clip(Markup.storable(words), MAX_WORDS);
        link = link == null || link.length() > MAX_LINK ? null : Markup.storable(link);
    }

    public Draft(long incident, Instant happened, String kind, @Nullable String person, String words) {
        this(incident, happened, kind, person, words, null, null, null, null);
    }

    public Draft linkedTo(@Nullable String newLink) {
        return new Draft(incident, happened, kind, person, words, newLink, channel, message, corrects);
    }

    /** Taken from this Slack message. */
    public Draft takenFrom(String newChannel, String newMessage) {
        return new Draft(incident, happened, kind, person, words, link, newChannel, newMessage, corrects);
    }

    public Draft correcting(int entry) {
        return new Draft(incident, happened, kind, person, words, link, channel, message, entry);
    }
}
