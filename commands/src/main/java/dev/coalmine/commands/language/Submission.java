package dev.coalmine.commands.language;

import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled into a form.
 *
 * @param context what the form was opened for, as it was written into it
 * @param values plain text, option values and ids, by the id of their block; empty ones are left out
 */
public record Submission(@Nullable String key, String person, String context, Map<String, String> values) {

    /**
     * One of the words of the context, from 0.
     *
     * @throws Refused if there are fewer, as in a form that an older version has opened
     */
    public String about(int word) {
        var words = context.split(" ");
        if (word >= words.length) {
            throw outdated();
        }
        return words[word];
    }

    /**
     * The number of the incident that the form was opened for, which is the context's first word.
     *
     * @throws Refused if it is none
     */
    public long incident() {
        if (!about(0).matches("\\d{1,18}")) {
            throw outdated();
        }
        return Long.parseLong(about(0));
    }

    /** What to say when the form asks for something that is not, or no longer, there. */
    public Refused outdated() {
        return new Refused("That form comes from an older version. Please open it again.");
    }

    public Optional<String> value(String block) {
        return Optional.ofNullable(values.get(block)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /**
     * What was chosen in a menu whose values are names of constants.
     *
     * @throws Refused if there is no such constant, or none any more
     */
    public <E extends Enum<E>> Optional<E> choice(String block, Class<E> type) {
        return value(block).map(name -> Stream.of(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(this::outdated));
    }

    /** A value that a person typed, made safe for a message. */
    public Optional<String> markup(String block) {
        return value(block).map(Markup::escape);
    }
}
