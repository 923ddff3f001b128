package dev.coalmine.storage.events;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of events already handled. Asked and answered inside the transaction that handles the event. */
@Repository
public class SeenEvents {

    private final JdbcClient database;

    SeenEvents(JdbcClient database) {
        this.database = database;
    }

    /**
     * Whether this key comes for the first time; it is remembered in the same breath. Of two transactions that ask at
     * once, the second waits for the first to end.
     */
    public boolean isNew(String key, Instant now) {
        return database.sql("""
            insert into seen_event (event_key, seen_at)
            select :key, :now where not exists (select 1 from seen_event where event_key = :key)
            on conflict do nothing\
            """).param("key", key).param("now", Utc.of(now)).update() == 1;
    }

    /** Forgets keys older than this; Slack redelivers for minutes, alert sources for two days. */
    public int forgetBefore(Instant time) {
        return database.sql("delete from seen_event where seen_at < :time")
                .param("time", Utc.of(time))
                .update();
    }
}
