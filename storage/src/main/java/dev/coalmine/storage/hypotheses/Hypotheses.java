package dev.coalmine.storage.hypotheses;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All hypotheses there have been. Whoever adds one holds its incident, so that no number is given twice. */
public interface Hypotheses extends ListCrudRepository<Hypothesis, Long> {

    /** Those of an incident, in the order in which they came. */
    @Query("select h from Hypothesis h where h.incident = :incident order by h.number")
    List<Hypothesis> of(long incident);

    @Query("select h from Hypothesis h where h.incident = :incident and h.number = :number")
    Optional<Hypothesis> numbered(long incident, int number);

    /** When the next of the questions that came with accepting one is to be asked. */
    @Query("select min(h.askAt) from Hypothesis h where h.incident = :incident")
    Optional<Instant> nextQuestion(long incident);

    default int nextNumber(long incident) {
        return of(incident).size() + 1;
    }
}
