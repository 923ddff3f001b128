package dev.coalmine.storage.outbox;

import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is still to be told to Slack. A row passes through {@code waiting}, {@code sending} (written before the call),
 * and ends as {@code sent}, {@code folded} into an earlier one of its slot, or {@code dead} with a reason; {@code
 * unsure} is a row whose call may or may not have been carried out.
 */
@Repository
public class Outbox {

    private static final int MAX_REASON = 2_000;

    private final JdbcClient database;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Outbox(JdbcClient database, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.clock = clock;
        this.events = events;
    }

    /** Adds a delivery, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String lane, @Nullable String slot, int priority, String kind, String body) {
        var now = Utc.of(clock.instant());
        database.sql("""
            insert into outbox (lane, slot, priority, kind, body, state, pending, attempts, created, due)
            values (?, ?, ?, ?, ?, 'waiting', true, 0, ?, ?)\
            """)
                .params(Arrays.asList(lane, slot, priority, kind, body, now, now))
                .update();
        events.publishEvent(new Filled());
    }

    /**
     * The first delivery of each lane that is due, most important first. A lane of which anything is being sent waits,
     * even for what has a lower id: that may have been committed later.
     */
    public List<Delivery> due(int most) {
        return database.sql("""
            select * from outbox o where o.pending = true and o.state in ('waiting', 'unsure') and o.due <= ?
            and not exists (select 1 from outbox p where p.lane = o.lane and p.pending = true
                and (p.id < o.id or p.state = 'sending'))
            order by o.priority, o.id limit ?\
            """)
                .params(Utc.of(clock.instant()), most)
                .query(Outbox::delivery)
                .list();
    }

    /** When the next delivery that has to wait becomes due. */
    public Optional<Instant> nextDue() {
        return database.sql("select min(due) from outbox where pending = true and state in ('waiting', 'unsure')")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /**
     * Claims a delivery before the call is made. Later ones of its slot are folded into it: what is drawn after this
     * shows all that they were to show.
     *
     * @return false when somebody else was faster
     */
    @Transactional
    public boolean claim(Delivery delivery) {
        var now = Utc.of(clock.instant());
        var claimed = database.sql("""
            update outbox set state = 'sending', attempts = attempts + 1,
            first_tried = coalesce(first_tried, ?) where id = ? and state in ('waiting', 'unsure')\
            """).params(now, delivery.id()).update() == 1;
        if (claimed && delivery.slot() != null) {
            database.sql("""
                update outbox set state = 'folded', pending = false, done = ?
                where slot = ? and lane = ? and state = 'waiting' and id > ?\
                """)
                    .params(now, delivery.slot(), delivery.lane(), delivery.id())
                    .update();
        }
        return claimed;
    }

    @Transactional
    public void sent(long id) {
        finish(id, "sent", null);
    }

    /** It will not be tried again; people are told why. */
    @Transactional
    public void dead(long id, String reason) {
        finish(id, "dead", reason);
    }

    /** It was certainly not carried out, and is tried again at {@code due}. */
    @Transactional
    public void again(long id, Instant due, String reason) {
        postpone(id, "waiting", due, reason);
    }

    /** It may have been carried out: look before sending it again. */
    @Transactional
    public void unsure(long id, Instant due, String reason) {
        postpone(id, "unsure", due, reason);
    }

    /** After a crash: whatever was being sent may or may not have arrived. */
    @Transactional
    public int recover() {
        return database.sql("update outbox set state = 'unsure', due = ? where state = 'sending'")
                .param(Utc.of(clock.instant()))
                .update();
    }

    /** How much is waiting, and since when the oldest. */
    public Backlog backlog() {
        return database.sql("""
            select sum(case when pending then 1 else 0 end) as pending,
            min(case when pending then created end) as oldest,
            sum(case when state = 'dead' then 1 else 0 end) as dead from outbox\
            """)
                .query((row, _) -> new Backlog(
                        row.getLong("pending"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getLong("dead")))
                .single();
    }

    /** The newest deliveries that were given up, with the reason of each. */
    public List<String> deadReasons(int most) {
        return database.sql("select kind, lane, reason from outbox where state = 'dead' order by id desc limit ?")
                .param(most)
                .query((row, _) ->
                        "%s in %s: %s".formatted(row.getString("kind"), row.getString("lane"), row.getString("reason")))
                .list();
    }

    /** Forgets what was sent before {@code time}; what is dead stays until somebody looks. */
    @Transactional
    public int forgetBefore(Instant time) {
        return database.sql("delete from outbox where state in ('sent', 'folded') and done < ?")
                .param(Utc.of(time))
                .update();
    }

    private void finish(long id, String state, @Nullable String reason) {
        var why = reason == null ? null : Markup.clip(Markup.storable(reason), MAX_REASON);
        database.sql("update outbox set state = ?, pending = false, done = ?, reason = ? where id = ?")
                .params(Arrays.asList(state, Utc.of(clock.instant()), why, id))
                .update();
    }

    private void postpone(long id, String state, Instant due, String reason) {
        database.sql("update outbox set state = ?, due = ?, reason = ? where id = ?")
                .params(state, Utc.of(due), Markup.clip(Markup.storable(reason), MAX_REASON), id)
                .update();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        var firstTried = row.getObject("first_tried", OffsetDateTime.class);
        return new Delivery(
                row.getLong("id"),
                row.getString("lane"),
                row.getString("slot"),
                row.getString("kind"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                firstTried == null ? null : firstTried.toInstant(),
                row.getString("state").equals("unsure"));
    }

    /** Something was added; listen for it after the commit. */
    public record Filled() {}

    /** What is waiting to be sent, and what was given up. */
    public record Backlog(long pending, Optional<Instant> oldest, long dead) {}
}
