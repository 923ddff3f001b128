package dev.coalmine.storage.timeline;

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
