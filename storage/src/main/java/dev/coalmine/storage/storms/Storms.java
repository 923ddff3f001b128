package dev.coalmine.storage.storms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** All storms that were heard. */
public interface Storms extends ListCrudRepository<Storm, Long> {

    /** The one that the detector knows by that number. */
    Optional<Storm> findByHeardAs(int heardAs);

    /** Those that go on, the newest first. */
    @Query("select s from Storm s where s.endedAt is null order by s.number desc")
    List<Storm> open();

    /** The detector uses that number for another one from now on. */
    @Modifying(flushAutomatically = true)
    @Query("update Storm s set s.heardAs = null where s.heardAs = :heardAs")
    void forgetNumber(int heardAs);

    /** The detector's numbers begin anew. */
    @Modifying(flushAutomatically = true)
    @Query("update Storm s set s.heardAs = null where s.heardAs is not null")
    void forgetNumbers();

    @Query("select s from Storm s order by s.number desc")
    List<Storm> recent(Limit limit);

    /** The storms of an incident, the newest first. */
    @Query("select s from Storm s where s.incident = :incident order by s.number desc")
    List<Storm> of(long incident);

    /** Those that somebody expects to go on beyond a moment. */
    @Query("""
        select s from Storm s where s.verdict = dev.coalmine.storage.storms.Storm$Verdict.EXPECTED
        and s.verdictUntil > :now order by s.number desc\
        """)
    List<Storm> expectedAfter(Instant now);
}
