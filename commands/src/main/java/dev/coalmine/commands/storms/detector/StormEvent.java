package dev.coalmine.commands.storms.detector;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a storm.
 *
 * @param storm its number, from 1
 * @param at when the signal arrived that caused it, in milliseconds since 1970
 * @param sources those whose failures belong to it, in the order in which they joined
 * @param automated distinct failures launched by programs
 * @param manual distinct failures launched by hand
 * @param first when its first failure happened, by the sender's clock
 * @param failures distinct failures so far
 * @param usual how many are usual in as long a time
 * @param text what most failures say, variable parts masked; null if they say nothing alike
 * @param explanation all of it in words
 * @param view all of it in numbers, for those who draw it
 */
public record StormEvent(
        Change event,
        int storm,
        long at,
        Kind kind,
        List<String> sources,
        int automated,
        int manual,
        long first,
        int failures,
        double usual,
        @Nullable String text,
        String explanation,
        StormView view) {

    /** What changed. */
    public enum Change {
        OPENED,
        /** More sources, or what was a storm is a canary. */
        WIDENED,
        ENDED
    }

    /** What it is taken for, from the least to the most. */
    public enum Kind {
        /** Nothing to be called for: it was like this on other days. */
        NOTICE,
        /** Much of one kind fails. */
        STORM,
        /** Sources fail together that share nothing but what they run on. */
        CANARY
    }
}
