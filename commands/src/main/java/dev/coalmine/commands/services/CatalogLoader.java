package dev.coalmine.commands.services;

import dev.coalmine.storage.services.Service;
import dev.coalmine.storage.services.Services;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the stored catalog in line with the configuration at each start. */
@Component
class CatalogLoader {

    private final Services services;
    private final CatalogSettings settings;

    CatalogLoader(Services services, CatalogSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void load() {
        var listed = settings.services().stream().map(CatalogLoader::service).toList();
        var names = listed.stream().map(Service::name).toList();
        services.findAll().stream().filter(old -> !names.contains(old.name())).forEach(services::delete);
        services.saveAll(listed);
    }

    private static Service service(CatalogSettings.Listed it) {
        return new Service(it.name(), it.owners(), it.runbook(), it.dependsOn(), it.launcher());
    }
}
