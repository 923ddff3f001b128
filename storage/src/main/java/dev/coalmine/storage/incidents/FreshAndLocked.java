package dev.coalmine.storage.incidents;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/**
 * Locks the row and reads it anew. A locking query alone fails when the incident was read before in this transaction and
 * somebody else has changed it since. Found by Spring Data through {@code META-INF/spring.factories}.
 */
class FreshAndLocked implements Holding {

    private final EntityManager entities;

    FreshAndLocked(EntityManagerFactory database) {
        this.entities = SharedEntityManagerCreator.createSharedEntityManager(database);
    }

    @Override
    public Optional<Incident> held(long number) {
        var incident = Optional.ofNullable(entities.find(Incident.class, number));
        incident.ifPresent(it -> {
            // What this transaction itself has changed is kept.
            entities.flush();
            entities.refresh(it, LockModeType.PESSIMISTIC_WRITE);
        });
        return incident;
    }
}
