package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Refused;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All incidents there have been. */
public interface Incidents extends ListCrudRepository<Incident, Long>, Holding {

    /** Declares a new one, which gives it its number. */
    default Incident declare(Declaration declaration) {
        if (declaration.title().isEmpty()) {
            throw new Refused("An incident needs a title, for example `declare Checkout is down`.");
        }
        var incident = save(new Incident(declaration));
        incident.tellDeclared();
        return save(incident);
    }

    /** The numbers of those that were merged into this one. */
    @Query("select i.number from Incident i where i.mergedInto = :number order by i.number")
    List<Long> mergedInto(long number);

    Optional<Incident> findByChannel(String channel);

    @Query("select i from Incident i where i.stage in :stages order by i.severity, i.number desc")
    List<Incident> inStages(Collection<Stage> stages, Limit limit);

    @Query("select i from Incident i order by i.number desc")
    List<Incident> recent(Limit limit);

    /** Those that still need somebody, worst first. */
    default List<Incident> open(int most) {
        return inStages(Stage.stillOpen(), Limit.of(most));
    }

    /** Open ones of a service, newest first. */
    @Query("""
        select i from Incident i where lower(i.service) = lower(:service) and i.stage in :stages
        order by i.number desc\
        """)
    List<Incident> ofService(String service, Collection<Stage> stages, Limit limit);
}
