package dev.coalmine.commands.prompts;

import dev.coalmine.commands.workspace.Errand;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be asked.
 *
 * @param name of its text
 * @param subject the number of the hypothesis it is about; null if about none
 * @param person whom to ask in private; null for everybody in the channel
 * @param below what Coalmine has drawn in the channel in whose thread it belongs; null for the channel itself
 * @param with what its text is filled in with, as mark-up
 * @param choices its buttons
 */
public record Question(
        String name,
        @Nullable Integer subject,
        @Nullable String person,
        @Nullable String below,
        Map<String, String> with,
        List<Errand.Choice> choices) {}
