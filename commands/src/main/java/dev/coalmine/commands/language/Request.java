package dev.coalmine.commands.language;

import dev.coalmine.storage.rules.Markup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks.
 *
 * @param key of this very request, so that a redelivery is recognised; null when it cannot come twice
 * @param person Slack id of who asks
 * @param channel Slack id of where they ask
 * @param thread the thread they ask in, if any
 * @param incident the number they named with {@code #42}, if they did
 * @param words what follows the command's word, as Slack mark-up
 * @param door how it came
 */
public record Request(
        @Nullable String key,
        String person,
        String channel,
        @Nullable String thread,
        @Nullable Long incident,
        String words,
        Door door) {

    /** Where a request came in; only some can open a form. */
    public enum Door {
        SLASH(true),
        BUTTON(true),
        MENTION(false);

        private final boolean opensForms;

        Door(boolean opensForms) {
            this.opensForms = opensForms;
        }

        public boolean opensForms() {
            return opensForms;
        }
    }

    public Request {
        words = Markup.fromSlack(words).strip();
    }

    public boolean fromButton() {
        return door == Door.BUTTON;
    }

    /** Whether others read the answer as well. */
    public boolean inPublic() {
        return door == Door.MENTION;
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** The first word; empty when there is none. */
    public String first() {
        return split()[0];
    }

    /** All but the first word. */
    public String rest() {
        var parts = split();
        return parts.length == 1 ? "" : parts[1].strip();
    }

    /** What follows, unless nothing does. */
    public Optional<String> line() {
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** What follows as plain text, for titles. */
    public String plain() {
        return Markup.plain(words);
    }

    /** The same request for what follows its first word. */
    public Request afterFirst() {
        return with(incident, rest());
    }

    Request saying(String newWords) {
        return with(incident, newWords);
    }

    Request about(long number) {
        return with(number, rest());
    }

    private Request with(@Nullable Long number, String newWords) {
        return new Request(key, person, channel, thread, number, newWords, door);
    }

    private String[] split() {
        return words.split("\\s+", 2);
    }
}
