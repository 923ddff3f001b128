package dev.coalmine.storage.launches;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that launches, as the signals tell of it. */
@Repository
public class Launchers {

    private final JdbcClient jdbc;

    Launchers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those heard of since then, the one with the most failures first; at most so many. */
    public List<Launcher> heardSince(Instant since, int most) {
        return jdbc.sql("""
            select source, max(received_at) as last_received,
              sum(case when outcome = 'started' then 1 else 0 end) as started,
              sum(case when outcome = 'succeeded' then 1 else 0 end) as succeeded,
              sum(case when outcome = 'failed' then 1 else 0 end) as failed,
              sum(case when automated = false and outcome <> 'started' then 1 else 0 end) as by_hand
            from signal where kind = 'launch' and received_at >= ?
            group by source order by failed desc, last_received desc, source fetch first ? rows only\
            """)
                .params(Utc.of(since), most)
                .query((row, n) -> new Launcher(
                        row.getString("source"),
                        row.getLong("started"),
                        row.getLong("succeeded"),
                        row.getLong("failed"),
                        row.getLong("by_hand"),
                        Utc.from(row, "last_received")))
                .list();
    }
}
