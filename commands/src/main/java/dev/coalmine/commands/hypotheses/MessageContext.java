package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.language.Shortcut;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
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
    // A form remembers 3,000 characters in all; links to Slack's messages take some hundred.
    // Links are ASCII by RFC 3986, and other characters would take more room than they count.
    private static final String LINK = "[!-~]{1,2000}";
    private static final Pattern WRITTEN = Pattern.compile("(-|[A-Z0-9]{1,50}) (\\d{1,12}\\.\\d{1,6}) (" + LINK + ")");

    /** A link that no form could remember is left out. */
    static String of(Shortcut.Message message) {
        return "%s %s %s"
                .formatted(
                        message.author() == null ? NONE : message.author(),
                        message.ts(),
                        message.link() == null || !message.link().matches(LINK) ? NONE : message.link());
    }

    /** What was remembered; empty when that is not what {@link #of} wrote. */
    static Optional<MessageContext> read(String context) {
        var written = WRITTEN.matcher(context);
        return written.matches()
                ? Optional.of(new MessageContext(
                        orNull(written.group(1)), timeOf(written.group(2)), orNull(written.group(3))))
                : Optional.empty();
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
