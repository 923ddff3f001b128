package dev.coalmine.storage.hypotheses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All tests there have been. Whoever adds one holds its incident, so that no number is given twice. */
public interface HypothesisTests extends ListCrudRepository<HypothesisTest, Long> {

    /** Those of an incident, in the order in which they were thought of. */
    @Query("""
        select distinct t from HypothesisTest t left join fetch t.predictions where t.incident = :incident
        order by t.number\
        """)
    List<HypothesisTest> of(long incident);

    @Query("select t from HypothesisTest t where t.incident = :incident and t.number = :number")
    Optional<HypothesisTest> numbered(long incident, int number);

    /** When somebody is next to be asked for a result. */
    @Query("select min(t.askAt) from HypothesisTest t where t.incident = :incident")
    Optional<Instant> nextQuestion(long incident);

    @Query("select coalesce(max(t.number), 0) + 1 from HypothesisTest t where t.incident = :incident")
    int nextNumber(long incident);
}
