package dev.coalmine.storage.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known when an incident is declared.
 *
 * @param title one line of safe mark-up, see {@link Titles}
 * @param by the person's Slack id; null when a page declared it
 * @param at when it was declared
 * @param detected when it was first noticed, by the clock of whatever noticed it
 */
public record Declaration(
        String title,
        Severity severity,
        Stage stage,
        Kind kind,
        boolean restricted,
        @Nullable String service,
        NoticedBy noticedBy,
        @Nullable String by,
        @Nullable String link,
        @Nullable String runbook,
        Instant at,
        Instant detected) {

    public Declaration {
        title = Titles.safe(title);
        restricted = restricted || kind == Kind.SECURITY;
    }
}
