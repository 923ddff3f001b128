package dev.coalmine.commands.incidents;

import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Titles;
import dev.coalmine.storage.rules.Markup;
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
        @Nullable String link) {

    // As much as the record holds; no name in a catalog is nearly as long.
    private static final int LONGEST_SERVICE = 255;

    static String service(String name) {
        return Markup.clip(Titles.safe(name), LONGEST_SERVICE);
    }
}
