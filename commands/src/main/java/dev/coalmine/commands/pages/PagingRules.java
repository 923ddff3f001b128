package dev.coalmine.commands.pages;

import dev.coalmine.commands.incidents.IncidentSettings;
import dev.coalmine.storage.incidents.Severity;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether an alert is a page, and how bad. */
@Component
class PagingRules {

    private final PagingSettings settings;
    private final IncidentSettings incidents;

    PagingRules(PagingSettings settings, IncidentSettings incidents) {
        this.settings = settings;
        this.incidents = incidents;
    }

    Verdict judge(Alert alert) {
        for (var i = 0; i < settings.rules().size(); i++) {
            var rule = settings.rules().get(i);
            if (rule.fits(alert)) {
                return rule.page()
                        ? new Verdict.Page(rule.as() == null ? severity(alert.severity()) : rule.as())
                        : new Verdict.HeldBack("paging rule %d says it is no page".formatted(i + 1));
            }
        }
        return alert.urgent()
                ? new Verdict.Page(severity(alert.severity()))
                : new Verdict.HeldBack("its source says it can wait");
    }

    private Severity severity(@Nullable String word) {
        return Optional.ofNullable(word).flatMap(PagingRules::known).orElse(incidents.severity());
    }

    /** The words that sources use, as far as they are common. */
    private static Optional<Severity> known(String word) {
        return switch (word.toLowerCase(Locale.ROOT).strip()) {
            case "fatal", "disaster", "emergency" -> Optional.of(Severity.SEV_1);
            case "critical", "crit", "high", "urgent", "page" -> Optional.of(Severity.SEV_2);
            case "error", "major", "medium", "warning", "warn" -> Optional.of(Severity.SEV_3);
            case "minor", "low", "info", "notice", "none" -> Optional.of(Severity.SEV_4);
            default -> Severity.read(word);
        };
    }

    /** What the rules make of an alert. */
    sealed interface Verdict {

        record Page(Severity severity) implements Verdict {}

        record HeldBack(String why) implements Verdict {}
    }
}
