package dev.coalmine.commands.prompts;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every question says. All of them stand in one file, {@code prompts.yaml}; whoever sets one of the same name in
 * the settings says it in other words, and an empty one is never asked.
 *
 * @param texts mark-up by name; words in braces are filled in
 */
@ConfigurationProperties("coalmine.prompts")
public record PromptTexts(@DefaultValue Map<String, String> texts) {

    /** Whether the operator wants it asked. */
    public boolean has(String name) {
        return !texts.getOrDefault(name, "").isBlank();
    }

    /** A text with {@code {name}} replaced by what {@code with} says of it, which is mark-up; empty if there is none. */
    public String of(String name, Map<String, String> with) {
        var text = texts.getOrDefault(name, "").strip();
        for (var it : with.entrySet()) {
            text = text.replace("{" + it.getKey() + "}", it.getValue());
        }
        return text;
    }
}
