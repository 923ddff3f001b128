package dev.coalmine.commands.language;

import dev.coalmine.storage.rules.Markup;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled into a form.
 *
 * @param context what the form was opened for, as it was written into it
 * @param values plain text, option values and ids, by the id of their block; empty ones are left out
 */
public record Submission(@Nullable String key, String person, String context, Map<String, String> values) {

    public Optional<String> value(String block) {
        return Optional.ofNullable(values.get(block)).map(String::strip).filter(v -> !v.isEmpty());
    }

    /** A value that a person typed, made safe for a message. */
    public Optional<String> markup(String block) {
        return value(block).map(Markup::escape);
    }
}
