package dev.coalmine.storage.prompts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A question that nobody asked for.
 *
 * @param subject the number of the hypothesis it is about; null if about none
 * @param person whom it was shown to in private; null for everybody in the channel
 * @param answer null until somebody reacted
 */
public record Prompt(
        long id,
        long incident,
        String name,
        @Nullable Integer subject,
        @Nullable String person,
        Instant shownAt,
        @Nullable Answer answer,
        @Nullable Instant answeredAt) {

    /** What became of it. */
    public enum Answer {
        /** Somebody did what it asked for. */
        ANSWERED,
        /** Somebody said: not now. */
        DECLINED,
        /** Nobody reacted before the next one came. */
        IGNORED
    }

    /** Whether it was of any use; the more are not, the rarer they become. */
    public boolean heeded() {
        return answer == Answer.ANSWERED;
    }
}
