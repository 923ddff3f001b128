package dev.coalmine.storage.pages;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What alerts changed in each incident within each stretch of time, and how much of it was said line by line. */
@Repository
public class AlertTallies {

    private final JdbcClient database;

    AlertTallies(JdbcClient database) {
        this.database = database;
    }

    /** Empty while nothing was. */
    public Optional<Tally> find(long incident, Instant since) {
        return database.sql("select * from alert_tally where incident = ? and since = ?")
                .params(incident, Utc.of(since))
                .query((row, n) -> new Tally(
                        incident,
                        since,
                        row.getInt("told"),
                        row.getInt("joined"),
                        row.getInt("fired_again"),
                        row.getInt("ended"),
                        row.getInt("acknowledged")))
                .optional();
    }

    /** Keeps it in place of what was kept for its incident and time, whose incident the caller holds. */
    @Transactional
    public void save(Tally tally) {
        var updated = database.sql("""
            update alert_tally set told = ?, joined = ?, fired_again = ?, ended = ?, acknowledged = ?
            where incident = ? and since = ?\
            """)
                .params(
                        tally.told(),
                        tally.joined(),
                        tally.firedAgain(),
                        tally.ended(),
                        tally.acknowledged(),
                        tally.incident(),
                        Utc.of(tally.since()))
                .update();
        if (updated == 0) {
            database.sql("""
                insert into alert_tally (told, joined, fired_again, ended, acknowledged, incident, since)
                values (?, ?, ?, ?, ?, ?, ?)\
                """)
                    .params(
                            tally.told(),
                            tally.joined(),
                            tally.firedAgain(),
                            tally.ended(),
                            tally.acknowledged(),
                            tally.incident(),
                            Utc.of(tally.since()))
                    .update();
        }
    }
}
