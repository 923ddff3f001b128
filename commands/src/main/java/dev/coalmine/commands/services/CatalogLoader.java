package dev.coalmine.commands.services;

import dev.coalmine.storage.services.Service;
import dev.coalmine.storage.services.Services;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the stored catalog in line with the configuration at each start. */
@Component
class CatalogLoader {

    private static final int MOST_TRIES = 5;

    private final Services services;
    private final CatalogSettings settings;
    private final TransactionTemplate transaction;

    CatalogLoader(Services services, CatalogSettings settings, TransactionTemplate transaction) {
        this.services = services;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** Replicas that start at the same moment write the same rows; whoever comes second finds them there. */
    @EventListener(ApplicationStartedEvent.class)
    void load() {
        for (var tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(_ -> write());
                return;
            } catch (DataIntegrityViolationException | OptimisticLockingFailureException another) {
                if (tries == MOST_TRIES) {
                    throw another;
                }
            }
        }
    }

    private void write() {
        var listed = settings.services().stream().map(CatalogLoader::service).toList();
        var names = listed.stream().map(Service::name).toList();
        services.findAll().stream().filter(old -> !names.contains(old.name())).forEach(services::delete);
        services.saveAll(listed);
    }

    private static Service service(CatalogSettings.Listed it) {
        return new Service(it.name(), it.owners(), it.runbook(), it.dependsOn(), it.launcher());
    }
}
