package dev.coalmine.storage.hypotheses;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All evidence there has been. Whoever adds some holds its incident, so that no number is given twice. */
public interface AllEvidence extends ListCrudRepository<Evidence, Long> {

    /** That of an incident, in the order in which it was written down. */
    @Query("select distinct e from Evidence e left join fetch e.ratings where e.incident = :incident order by e.number")
    List<Evidence> of(long incident);

    @Query("select e from Evidence e where e.incident = :incident and e.number = :number")
    Optional<Evidence> numbered(long incident, int number);

    @Query("select coalesce(max(e.number), 0) + 1 from Evidence e where e.incident = :incident")
    int nextNumber(long incident);
}
