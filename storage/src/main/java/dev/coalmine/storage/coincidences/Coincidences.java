package dev.coalmine.storage.coincidences;

import dev.coalmine.storage.rules.Forgetful;
import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was seen beside incidents, so that it is recognised when it happens again. */
@Repository
public class Coincidences implements Forgetful {

    private final JdbcClient database;

    Coincidences(JdbcClient database) {
        this.database = database;
    }

    /** Keeps what was seen in place of what was seen before of the same subject, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(SeenCoincidence seen) {
        var known = database.sql("""
            update coincidence set size = ?, share = ?, distance_seconds = ?, began_at = ?, said = ?
            where incident = ? and subject = ?\
            """)
                .params(
                        seen.size(),
                        seen.share(),
                        seen.distance().toSeconds(),
                        Utc.of(seen.began()),
                        seen.said(),
                        seen.incident(),
                        seen.subject())
                .update();
        if (known == 0) {
            database.sql("""
                insert into coincidence (size, share, distance_seconds, began_at, said, incident, subject, recurrence)
                values (?, ?, ?, ?, ?, ?, ?, false)\
                """)
                    .params(
                            seen.size(),
                            seen.share(),
                            seen.distance().toSeconds(),
                            Utc.of(seen.began()),
                            seen.said(),
                            seen.incident(),
                            seen.subject())
                    .update();
        }
    }

    /** What was seen beside an incident. */
    public List<SeenCoincidence> of(long incident) {
        return database.sql("select * from coincidence where incident = ? order by subject")
                .param(incident)
                .query(Coincidences::seen)
                .list();
    }

    /** The same subject beside other incidents that began since a moment, the latest first; at most so many. */
    public List<SeenCoincidence> likeSince(SeenCoincidence seen, Instant since, int most) {
        return database.sql("""
            select * from coincidence where subject = ? and incident <> ? and began_at >= ?
            order by began_at desc fetch first ? rows only\
            """)
                .params(seen.subject(), seen.incident(), Utc.of(since), most)
                .query(Coincidences::seen)
                .list();
    }

    /** Remembers that it was called a recurrence, in the caller's transaction; false if it was before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean callRecurrence(SeenCoincidence seen) {
        return database.sql("""
            update coincidence set recurrence = true where incident = ? and subject = ? and recurrence = false\
            """).params(seen.incident(), seen.subject()).update() == 1;
    }

    @Override
    public Duration keeps() {
        return Duration.ofDays(365);
    }

    /** Forgets what stood beside incidents that began before a moment; returns how many. */
    @Override
    @Transactional
    public int forgetBefore(Instant moment) {
        return database.sql("delete from coincidence where began_at < ?")
                .param(Utc.of(moment))
                .update();
    }

    private static SeenCoincidence seen(ResultSet row, int n) throws SQLException {
        return new SeenCoincidence(
                row.getLong("incident"),
                row.getString("subject"),
                row.getInt("size"),
                row.getDouble("share"),
                Duration.ofSeconds(row.getLong("distance_seconds")),
                Utc.from(row, "began_at"),
                row.getBoolean("said"));
    }
}
