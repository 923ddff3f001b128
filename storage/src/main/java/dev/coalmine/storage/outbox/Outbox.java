package dev.coalmine.storage.outbox;

import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is still to be told to Slack. A row passes through {@code waiting}, {@code sending} (written before the call),
 * and ends as {@code sent}, {@code folded} into another, or {@code dead} with a reason until somebody sends it again
 * or drops it; {@code unsure} is a row whose call may or may not have been carried out. {@link Lanes} moves them.
 */
@Repository
public class Outbox {

    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Allowances allowances;

    Outbox(JdbcClient database, Clock clock, ApplicationEventPublisher events, Allowances allowances) {
        this.database = database;
        this.clock = clock;
        this.events = events;
        this.allowances = allowances;
    }

    /** Adds a delivery, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String lane, @Nullable String slot, int priority, String kind, String body) {
        add(lane, slot, null, priority, kind, body);
    }

    /**
     * Adds a delivery, in the caller's transaction.
     *
     * @param joint deliveries of one lane that name the same may be joined into one message when many wait
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(
            String lane, @Nullable String slot, @Nullable String joint, int priority, String kind, String body) {
        var now = Utc.of(clock.instant());
        database.sql("""
            insert into outbox (mark, lane, slot, joint, priority, kind, body, state, pending, attempts, created, due)
            values (?, ?, ?, ?, ?, ?, ?, 'waiting', true, 0, ?, ?)\
            """)
                .params(Arrays.asList(UUID.randomUUID().toString(), lane, slot, joint, priority, kind, body, now, now))
                .update();
        events.publishEvent(new Filled());
    }

    /** How much is waiting of each priority and since when, and how much was given up. */
    public Backlog backlog() {
        var waiting = database.sql("""
            select priority, count(*) as waiting, min(created) as oldest from outbox where pending = true
            group by priority order by priority\
            """)
                .query((row, _) ->
                        new Backlog.Waiting(row.getInt("priority"), row.getLong("waiting"), Utc.from(row, "oldest")))
                .list();
        return new Backlog(waiting, count("unsure"), count("dead"));
    }

    /** The newest deliveries that were given up. */
    public List<Dead> dead(int most) {
        return database.sql("""
            select o.*, (select count(*) from outbox f where f.folded_into = o.id and f.joint is not null) as joined
            from outbox o where o.state = 'dead' order by o.id desc limit ?\
            """).param(most).query(Outbox::dead).list();
    }

    /** The newest deliveries that were given up, each in a line. */
    public List<String> deadReasons(int most) {
        return dead(most).stream()
                .map(dead -> "%s in %s: %s".formatted(dead.kind(), dead.lane(), dead.reason()))
                .toList();
    }

    /**
     * Sends what was given up again, with what was joined to it. It goes before whatever waits in its lane.
     *
     * @return false when it is not among those given up
     */
    @Transactional
    public boolean retry(long id) {
        var again = database.sql("""
            update outbox set state = case when doubt then 'unsure' else 'waiting' end, pending = true, attempts = 0,
            due = ?, done = null where id = ? and state = 'dead'\
            """).params(Utc.of(clock.instant()), id).update() == 1;
        if (again) {
            events.publishEvent(new Filled());
        }
        return again;
    }

    /**
     * Does without what was given up.
     *
     * @return false when it is not among those given up
     */
    @Transactional
    public boolean drop(long id) {
        return database.sql("update outbox set state = 'dropped', done = ? where id = ? and state = 'dead'")
                        .params(Utc.of(clock.instant()), id)
                        .update()
                == 1;
    }

    /** Forgets what was sent before {@code time}; what is dead stays until somebody looks. */
    @Transactional
    public int forgetBefore(Instant time) {
        allowances.forgetBefore(time);
        // What was folded into one that is dead is needed to send that again.
        return database.sql("""
            delete from outbox where state in ('sent', 'folded', 'dropped') and done < ? and not exists
            (select 1 from outbox whole where whole.id = outbox.folded_into and whole.state not in ('sent', 'dropped'))\
            """).param(Utc.of(time)).update();
    }

    private long count(String state) {
        return database.sql("select count(*) from outbox where state = '%s'".formatted(state))
                .query(Long.class)
                .single();
    }

    private static Dead dead(ResultSet row, int index) throws SQLException {
        var lane = row.getString("lane");
        var slot = row.getString("slot");
        return new Dead(
                row.getLong("id"),
                lane,
                row.getString("kind"),
                Dead.incident(lane).or(() -> slot == null ? Optional.empty() : Dead.incident(slot)),
                row.getInt("joined"),
                String.valueOf(row.getString("reason")),
                Utc.from(row, "done"));
    }

    /** Something was added; listen for it after the commit. */
    public record Filled() {}
}
