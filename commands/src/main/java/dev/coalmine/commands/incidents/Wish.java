package dev.coalmine.commands.incidents;

import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a person says when declaring an incident; all plain text.
 *
 * @param severity null when they did not say
 * @param seen what they see, beyond the title
 * @param link to the message it is about
 */
record Wish(
        String title,
        @Nullable Severity severity,
        @Nullable String service,
        Kind kind,
        boolean restricted,
        boolean byCustomer,
        @Nullable String seen,
        @Nullable String link) {}
