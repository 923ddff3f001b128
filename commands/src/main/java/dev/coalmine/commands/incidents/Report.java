package dev.coalmine.commands.incidents;

import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a program says when it declares an incident; all plain text.
 *
 * @param severity null when it does not say
 * @param link to whatever shows the problem
 * @param people Slack ids, e-mail addresses, handles or names of whom to invite
 */
public record Report(
        String title,
        @Nullable Severity severity,
        @Nullable String service,
        Kind kind,
        boolean restricted,
        @Nullable String link,
        List<String> people) {}
