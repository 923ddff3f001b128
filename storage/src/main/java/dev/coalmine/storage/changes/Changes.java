package dev.coalmine.storage.changes;

import dev.coalmine.storage.changes.Change.Kind;
import dev.coalmine.storage.rules.Forgetful;
import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All that was changed in the last year. */
@Repository
public class Changes implements Forgetful {

    private final JdbcTemplate batches;
    private final JdbcClient database;

    Changes(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /**
     * Adds changes in the caller's transaction. One that is known by its id is not added again; when it began, when it
     * ended and how is put in where it is now said and was not before, or was said to be later.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(List<Change> changes) {
        batches.batchUpdate("""
            insert into change (happened_at, ended_at, received_at, kind, what, service, who, outcome, link, origin,
              change_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """, changes.stream().map(Changes::values).toList());
        batches.batchUpdate(
                """
                update change set happened_at = least(happened_at, ?), ended_at = coalesce(ended_at, ?),
                  outcome = coalesce(?, outcome)
                where origin = ? and change_id = ?\
                """,
                changes.stream()
                        .filter(change -> change.id() != null)
                        .map(Changes::news)
                        .toList());
    }

    /** Those that began or ended from one moment up to before another, the latest first; at most so many. */
    public List<KeptChange> between(Instant from, Instant until, int most) {
        return database.sql("""
            select * from change where happened_at >= :from and happened_at < :until
            union
            select * from change where ended_at >= :from and ended_at < :until
            order by happened_at desc, number desc fetch first :most rows only\
            """)
                .param("from", Utc.of(from))
                .param("until", Utc.of(until))
                .param("most", most)
                .query(Changes::kept)
                .list();
    }

    /** How many began or ended from one moment up to before another. */
    public int count(Instant from, Instant until) {
        return database.sql("""
            select count(*) from change
            where happened_at >= :from and happened_at < :until or ended_at >= :from and ended_at < :until\
            """)
                .param("from", Utc.of(from))
                .param("until", Utc.of(until))
                .query(Integer.class)
                .single();
    }

    /** Remembers, in the caller's transaction, that an incident is told of changes; returns those it was not told before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> tell(long incident, Collection<Long> numbers) {
        var inOrder = numbers.stream().distinct().sorted().toList();
        var told = batches.batchUpdate(
                """
                insert into change_told (incident, change)
                select ?, ? where not exists (select 1 from change_told where incident = ? and change = ?)
                on conflict do nothing\
                """,
                inOrder.stream()
                        .map(number -> new Object[] {incident, number, incident, number})
                        .toList());
        return IntStream.range(0, told.length)
                .filter(n -> told[n] == 1)
                .mapToObj(inOrder::get)
                .collect(Collectors.toSet());
    }

    /**
     * When changes like this one began or ended since a moment, in no order: those of its kind and service, and of runs
     * those of the same name.
     */
    public List<Instant> timesOfSuch(Change like, Instant since) {
        return database
                .sql("""
                    select happened_at, ended_at from change
                    where (happened_at >= :since or ended_at >= :since) and kind = :kind
                      and lower(coalesce(service, '')) = lower(:service) and (kind <> 'run' or what = :what)\
                    """)
                .param("since", Utc.of(since))
                .param("kind", like.kind().word())
                .param("service", like.service() == null ? "" : like.service())
                .param("what", like.what())
                .query((row, _) -> Stream.of(Utc.orNull(row, "happened_at"), Utc.orNull(row, "ended_at"))
                        .filter(Objects::nonNull)
                        .toList())
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** How many sorts of changes, in the sense of {@link #timesOfSuch}, there were since a moment. */
    public int sortsSince(Instant since) {
        return database.sql("""
            select count(*) from (select distinct kind, lower(service), case when kind = 'run' then what end
              from change where happened_at >= ?) as sorts\
            """).param(Utc.of(since)).query(Integer.class).single();
    }

    /** When the first one was heard of that is still remembered; null when there is none. */
    public @Nullable Instant first() {
        var first = database.sql("select min(received_at) from change")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single();
        return first.map(OffsetDateTime::toInstant).orElse(null);
    }

    @Override
    public Duration keeps() {
        return Duration.ofDays(365);
    }

    /** Forgets what began before a moment; returns how many. */
    @Override
    @Transactional
    public int forgetBefore(Instant moment) {
        database.sql("""
            delete from change_told where change in (select number from change where happened_at < ?)\
            """).param(Utc.of(moment)).update();
        return database.sql("delete from change where happened_at < ?")
                .param(Utc.of(moment))
                .update();
    }

    private static @Nullable Object[] values(Change change) {
        return new @Nullable Object[] {
            Utc.of(change.at()),
            stored(change.ended()),
            Utc.of(change.received()),
            change.kind().word(),
            change.what(),
            change.service(),
            change.who(),
            change.outcome(),
            change.link(),
            change.origin(),
            change.id()
        };
    }

    private static @Nullable Object[] news(Change change) {
        return new @Nullable Object[] {
            Utc.of(change.at()), stored(change.ended()), change.outcome(), change.origin(), change.id()
        };
    }

    private static @Nullable OffsetDateTime stored(@Nullable Instant time) {
        return time == null ? null : Utc.of(time);
    }

    private static KeptChange kept(ResultSet row, int n) throws SQLException {
        return new KeptChange(
                row.getLong("number"),
                new Change(
                        Utc.from(row, "happened_at"),
                        Utc.orNull(row, "ended_at"),
                        Utc.from(row, "received_at"),
                        Kind.read(row.getString("kind")).orElse(Kind.OTHER),
                        row.getString("what"),
                        row.getString("service"),
                        row.getString("who"),
                        row.getString("outcome"),
                        row.getString("link"),
                        row.getString("origin"),
                        row.getString("change_id")));
    }
}
