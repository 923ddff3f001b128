package dev.coalmine.storage.events;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of events already handled. Asked and answered inside the transaction that handles the event. */
@Repository
public class SeenEvents {

    private static final String REMEMBER = """
        insert into seen_event (event_key, seen_at)
        select ?, ? where not exists (select 1 from seen_event where event_key = ?)
        on conflict do nothing\
        """;

    private final JdbcTemplate jdbc;
    private final JdbcClient database;

    SeenEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /**
     * Whether this key comes for the first time; it is remembered in the same breath. Of two transactions that ask at
     * once, the second waits for the first to end.
     */
    public boolean isNew(String key, Instant now) {
        return database.sql(REMEMBER).params(key, Utc.of(now), key).update() == 1;
    }

    /** Those of the keys that come for the first time, asked as {@link #isNew} does, but all at once. */
    public Set<String> newOf(Collection<String> keys, Instant now) {
        // Two transactions that ask for the same key wait for each other. They never do in a circle, as all ask in
        // order.
        var inOrder = List.copyOf(new TreeSet<>(keys));
        var added = jdbc.batchUpdate(
                REMEMBER,
                inOrder.stream()
                        .map(key -> new Object[] {key, Utc.of(now), key})
                        .toList());
        return IntStream.range(0, added.length)
                .filter(n -> added[n] == 1)
                .mapToObj(inOrder::get)
                .collect(Collectors.toSet());
    }

    /** Forgets keys older than this; Slack redelivers for minutes, alert sources for two days. */
    public int forgetBefore(Instant time) {
        return database.sql("delete from seen_event where seen_at < :time")
                .param("time", Utc.of(time))
                .update();
    }
}
