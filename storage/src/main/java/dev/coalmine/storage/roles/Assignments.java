package dev.coalmine.storage.roles;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Stage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** Who has had which role. */
public interface Assignments extends ListCrudRepository<Assignment, Long> {

    /** Those in force now, oldest first. */
    @Query("select a from Assignment a where a.incident = :incident and a.leftAt is null order by a.takenAt, a.id")
    List<Assignment> current(long incident);

    /** All there have been, oldest first. */
    @Query("select a from Assignment a where a.incident = :incident order by a.takenAt, a.id")
    List<Assignment> history(long incident);

    /** The incidents at these stages in which this person has a role; nobody leaves one because an incident is over. */
    @Query("""
        select i from Incident i where i.stage in :stages and exists
        (select 1 from Assignment a where a.incident = i.number and a.person = :person and a.leftAt is null)
        order by i.number desc\
        """)
    List<Incident> incidentsOf(String person, Collection<Stage> stages);

    default List<Assignment> current(long incident, String role) {
        return current(incident).stream().filter(a -> a.role().equals(role)).toList();
    }

    default Optional<Assignment> current(long incident, String role, String person) {
        return current(incident, role).stream()
                .filter(a -> a.person().equals(person))
                .findFirst();
    }

    default Optional<String> commander(long incident) {
        return current(incident, "commander").stream().map(Assignment::person).findFirst();
    }
}
