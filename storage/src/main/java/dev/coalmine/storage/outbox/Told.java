package dev.coalmine.storage.outbox;

import dev.coalmine.storage.rules.Utc;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Up to when operators were told of what went wrong, so that of several replicas one tells them, and once. */
@Repository
public class Told {

    private final JdbcClient database;

    Told(JdbcClient database) {
        this.database = database;
    }

    /** Of what happened up to when they have been told; the beginning of time before the first time. */
    public Instant upTo(String topic) {
        return database.sql("select up_to from operators_told where topic = ?")
                .param(topic)
                .query((row, _) -> Utc.from(row, "up_to"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    /**
     * Whether the caller is the one to tell of what happened up to {@code last}; within its transaction nobody else is.
     *
     * @param pause not again sooner than that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean mayTell(String topic, Instant last, Instant now, Duration pause) {
        database.sql("""
            insert into operators_told (topic, up_to, told_at)
            select :topic, :never, :never where not exists (select 1 from operators_told where topic = :topic)
            on conflict do nothing\
            """)
                .param("topic", topic)
                .param("never", Utc.of(Instant.EPOCH))
                .update();
        return database.sql("""
            update operators_told set up_to = ?, told_at = ? where topic = ? and up_to < ? and told_at <= ?\
            """)
                        .params(Utc.of(last), Utc.of(now), topic, Utc.of(last), Utc.of(now.minus(pause)))
                        .update()
                == 1;
    }
}
