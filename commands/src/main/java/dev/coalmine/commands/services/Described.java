package dev.coalmine.commands.services;

import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.services.Service;
import java.util.List;

/** How a service is written in messages. */
final class Described {

    private Described() {}

    static String line(Service service) {
        return "*%s* · owners: %s%s".formatted(Markup.escape(service.name()), owners(service), runbook(service));
    }

    static String inFull(Service service) {
        return "%s\nDepends on: %s%s"
                .formatted(
                        line(service),
                        orNothing(service.dependsOn()),
                        service.launcher() ? "\nLaunches things on its own." : "");
    }

    private static String owners(Service service) {
        return orNothing(service.owners());
    }

    private static String orNothing(List<String> words) {
        return words.isEmpty() ? "none named" : Markup.escape(String.join(", ", words));
    }

    private static String runbook(Service service) {
        return service.runbook() == null ? " · no runbook" : " · <%s|runbook>".formatted(Links.safe(service.runbook()));
    }
}
