package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.language.Shortcut;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a form about a message has to remember of it.
 *
 * @param author Slack id of who wrote it; null when Slack did not say
 * @param at when
 */
record MessageContext(
        @Nullable String author, Instant at, @Nullable String link) {

    private static final String NONE = "-";

    static String of(Shortcut.Message message) {
        return "%s %s %s"
                .formatted(
                        message.author() == null ? NONE : message.author(),
                        message.ts(),
                        message.link() == null ? NONE : message.link());
    }

    static MessageContext read(String context) {
        var words = context.split(" ", 3);
        return new MessageContext(orNull(words[0]), timeOf(words[1]), words.length < 3 ? null : orNull(words[2]));
    }

    private static @Nullable String orNull(String word) {
        return word.equals(NONE) ? null : word;
    }

    /** A message's timestamp in Slack is its time, in seconds with microseconds. */
    static Instant timeOf(String ts) {
        var micros = new BigDecimal(ts).movePointRight(6).longValue();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }
}
