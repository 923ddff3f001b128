package dev.coalmine.commands.services;

import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.services.Service;
import dev.coalmine.storage.services.Services;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what is known of a service. */
@Component
public class Catalog {

    private final Services services;
    private final CatalogSettings settings;

    Catalog(Services services, CatalogSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    /** The catalog's name for what somebody or some source calls {@code name}; the same name when it is not listed. */
    public String properName(String name) {
        return settings.services().stream()
                .filter(listed -> listed.name().equalsIgnoreCase(name)
                        || listed.aliases().stream().anyMatch(name::equalsIgnoreCase))
                .map(CatalogSettings.Listed::name)
                .findFirst()
                .orElse(name);
    }

    public List<String> owners(String service) {
        return services.named(service).map(Service::owners).orElse(List.of());
    }

    public @Nullable String runbook(String service) {
        return services.named(service).map(Service::runbook).orElse(null);
    }

    /** Where to read on, or that there is nothing to read. */
    public String runbookLine(@Nullable String service, @Nullable String runbook) {
        if (runbook != null) {
            return "Runbook: "
                    + (Links.isWeb(runbook) ? "<%s>".formatted(Links.safe(runbook)) : Markup.escape(runbook));
        }
        if (service == null) {
            return "No runbook: neither the alert nor the catalog names one.";
        }
        return services.named(service).isPresent()
                ? "There is no runbook for %s. Note what you do; it will be the first."
                        .formatted(Markup.escape(service))
                : "%s is not in the service catalog, so no runbook or owners are known."
                        .formatted(Markup.escape(service));
    }
}
