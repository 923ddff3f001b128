package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.rules.Markup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An incident was declared, by a person or by a page. */
public record IncidentDeclared(
        long incident,
        Instant at,
        @Nullable String person,
        String title,
        Severity severity,
        Kind incidentKind,
        NoticedBy noticedBy,
        @Nullable String service,
        @Nullable String link)
        implements Happening {

    @Override
    public String kind() {
        return "declared";
    }

    @Override
    public String words() {
        return "Declared %s “%s” as %s%s, noticed by %s."
                .formatted(
                        incidentKind.label(),
                        Markup.escape(title),
                        severity.label(),
                        service == null ? "" : ", service " + Markup.escape(service),
                        noticedBy.label());
    }
}
