package dev.coalmine.bot.webhooks;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the words for severity have in common over sources that leave the word to their users. */
final class Severities {

    private static final Set<String> CAN_WAIT = Set.of(
            "none",
            "debug",
            "info",
            "informational",
            "information",
            "notice",
            "low",
            "minor",
            "warning",
            "warn",
            "p4",
            "p5",
            "sev4",
            "sev5");

    private Severities() {}

    /** Whether somebody ought to be called: yes, unless the word says that it can wait. */
    static boolean urgent(@Nullable String severity) {
        return severity == null || !CAN_WAIT.contains(severity.toLowerCase(Locale.ROOT));
    }
}
