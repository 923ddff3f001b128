package dev.coalmine.storage.events;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What programs have asked before, by the key that each request of theirs carries. */
@Repository
public class ProgramRequests {

    private final JdbcClient database;

    ProgramRequests(JdbcClient database) {
        this.database = database;
    }

    /**
     * The same request's earlier coming; empty when it comes for the first time, and is remembered with the caller's
     * transaction. Of two that come at once, the second waits for the first to end.
     *
     * @param key at most 64 characters, as is the digest
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Earlier> earlier(String key, String bodyDigest, Instant now) {
        var fresh = database.sql("""
            insert into api_request (request_key, body_digest, received_at)
            select :key, :digest, :now where not exists (select 1 from api_request where request_key = :key)
            on conflict do nothing\
            """)
                        .param("key", key)
                        .param("digest", bodyDigest)
                        .param("now", Utc.of(now))
                        .update()
                == 1;
        return fresh ? Optional.empty() : Optional.of(find(key));
    }

    /** Remembers what came of it, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cameTo(String key, long outcome) {
        database.sql("update api_request set outcome = ? where request_key = ?")
                .params(Arrays.asList(outcome, key))
                .update();
    }

    /** Forgets requests that came before {@code time}. */
    @Transactional
    public int forgetBefore(Instant time) {
        return database.sql("delete from api_request where received_at < ?")
                .param(Utc.of(time))
                .update();
    }

    private Earlier find(String key) {
        return database.sql("select body_digest, outcome from api_request where request_key = ?")
                .param(key)
                .query((row, _) -> new Earlier(row.getString("body_digest"), row.getObject("outcome", Long.class)))
                .single();
    }

    /**
     * A request that came before.
     *
     * @param outcome the number of what it made
     */
    public record Earlier(String bodyDigest, @Nullable Long outcome) {}
}
