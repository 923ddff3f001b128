package dev.coalmine.storage.outbox;

import dev.coalmine.storage.outbox.Delivery.Joined;
import dev.coalmine.storage.replicas.Replicas;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who sends what of the outbox next. Each lane goes out in order and has one sender at a time among all replicas: its
 * head is taken under a row lock, and while it is being sent it holds the lane's name in a unique column, so that even
 * a lower id that is committed later finds the lane taken.
 */
@Repository
public class Lanes {

    private static final int MAX_REASON = 2_000;

    private final JdbcClient database;
    private final Clock clock;
    private final Replicas replicas;
    private final Joining joining;

    Lanes(JdbcClient database, Clock clock, Replicas replicas, Joining joining) {
        this.database = database;
        this.clock = clock;
        this.replicas = replicas;
        this.joining = joining;
    }

    /**
     * The first delivery of each lane that is due and of which nothing is being sent, most important lanes first. A
     * lane is as important as the most important that waits in it.
     *
     * @param except kinds that need not be looked at
     */
    public List<Delivery> due(int most, Collection<String> except) {
        return database.sql("""
            select o.*, h.urgency from outbox o join
            (select min(id) as id, min(priority) as urgency from outbox where pending = true group by lane
            having sum(case when state = 'sending' then 1 else 0 end) = 0) h on h.id = o.id
            where o.state in ('waiting', 'unsure') and (o.turn = 0 or o.due <= :now) and o.kind not in (:except)
            order by h.urgency, o.id limit :most\
            """)
                .param("now", Utc.of(clock.instant()))
                .param("except", except.isEmpty() ? Set.of("") : except)
                .param("most", most)
                .query(Lanes::delivery)
                .list();
    }

    /**
     * Takes deliveries up before they are sent, as far as nobody else did. Later ones of a slot are folded into the
     * one that is taken: what is drawn after this shows all that they were to show. Where many messages wait, they
     * are joined into one.
     *
     * @throws org.springframework.dao.DuplicateKeyException when a lane was taken at the same moment; nothing is taken
     */
    @Transactional
    public List<Delivery> take(Collection<Delivery> wanted) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var urgency = wanted.stream().collect(Collectors.toMap(Delivery::id, Delivery::urgency));
        return free(urgency.keySet()).stream()
                .map(delivery -> take(delivery.asUrgentAs(urgency.getOrDefault(delivery.id(), 0)), now))
                .toList();
    }

    /** Read again under the lock: meanwhile another replica may have tried it and died. */
    private List<Delivery> free(Set<Long> ids) {
        return database.sql("""
            select o.*, o.priority as urgency from outbox o
            where o.id in (:ids) and o.pending = true and o.state in ('waiting', 'unsure')
            and (o.turn = 0 or o.due <= :now)
            and not exists (select 1 from outbox p where p.lane = o.lane and p.pending = true
                and (p.id < o.id or p.state = 'sending'))
            order by o.id for update skip locked\
            """)
                .param("ids", ids)
                .param("now", Utc.of(clock.instant()))
                .query(Lanes::delivery)
                .list();
    }

    private Delivery take(Delivery delivery, Instant now) {
        database.sql("""
            update outbox set state = 'sending', sender = ?, held = lane, turn = ?, attempts = attempts + 1,
            first_tried = coalesce(first_tried, ?) where id = ?\
            """)
                .params(replicas.me(), delivery.turn() + 1, Utc.of(now), delivery.id())
                .update();
        if (delivery.slot() != null) {
            fold(delivery, delivery.slot(), now);
        }
        return delivery.with(joining.join(delivery, now));
    }

    private void fold(Delivery delivery, String slot, Instant now) {
        database.sql("""
            update outbox set state = 'folded', pending = false, done = ?, folded_into = ?
            where slot = ? and lane = ? and pending = true and state = 'waiting' and id > ?\
            """)
                .params(Utc.of(now), delivery.id(), slot, delivery.lane(), delivery.id())
                .update();
    }

    /** Slack has it. That counts even when this process was taken for dead meanwhile, unless it is being looked for. */
    @Transactional
    public void sent(Delivery delivery) {
        database.sql("""
            update outbox set state = 'sent', pending = false, held = null, doubt = false, done = ?, reason = null
            where id = ? and turn = ? and state in ('sending', 'unsure')\
            """)
                .params(Utc.of(clock.instant()), delivery.id(), delivery.turn() + 1)
                .update();
    }

    /** It will not be tried again unless somebody asks for it; people are told why. */
    @Transactional
    public void giveUp(Delivery delivery, String reason) {
        settle(delivery, "state = 'dead', pending = false, done = ?, reason = ?", reason, clock.instant());
    }

    /** It was certainly not carried out, and is tried again at {@code due}. */
    @Transactional
    public void postpone(Delivery delivery, Instant due, String reason) {
        settle(delivery, "state = case when doubt then 'unsure' else 'waiting' end, due = ?, reason = ?", reason, due);
    }

    /** It was not even attempted; it is at {@code due}. */
    @Transactional
    public void putBack(Delivery delivery, Instant due, String reason) {
        settle(
                delivery,
                "state = case when doubt then 'unsure' else 'waiting' end, attempts = attempts - 1, due = ?, reason ="
                        + " ?",
                reason,
                due);
    }

    /** It may have been carried out: look before sending it again. */
    @Transactional
    public void unsure(Delivery delivery, Instant due, String reason) {
        settle(delivery, "state = 'unsure', doubt = true, due = ?, reason = ?", reason, due);
    }

    /**
     * Makes unsure what is being sent by nobody: by a replica that is dead, or by this one, which does not know of it.
     *
     * @param known what this process is sending
     */
    @Transactional
    public int recover(Collection<Long> known) {
        var left = leftUnderway(known);
        if (left.isEmpty()) {
            return 0;
        }
        return database.sql("""
            update outbox set state = 'unsure', doubt = true, held = null, due = :now, reason = 'its sender is gone'
            where id in (:left)\
            """)
                .param("now", Utc.of(clock.instant()))
                .param("left", left)
                .update();
    }

    /** What stands locked is passed over: a replica that hangs inside a transaction must not hold up the others. */
    private List<Long> leftUnderway(Collection<Long> known) {
        return database.sql("""
            select id from outbox
            where state = 'sending' and (sender is null or (sender = :me and id not in (:known))
                or not exists (select 1 from replica r where r.id = outbox.sender))
            order by id for update skip locked\
            """)
                .param("me", replicas.me())
                .param("known", known.isEmpty() ? Set.of(-1L) : known)
                .query(Long.class)
                .list();
    }

    /** Lets nothing wait any longer for a moment that was reckoned by another clock, or by this one before it was set. */
    @Transactional
    public void hurry() {
        database.sql("update outbox set due = :now where pending = true and due > :now")
                .param("now", Utc.of(clock.instant()))
                .update();
    }

    // Only while it is still this attempt's: whoever was taken for dead has no say in what became of it.
    private void settle(Delivery delivery, String change, String reason, Instant time) {
        database.sql("update outbox set held = null, %s where id = ? and turn = ? and sender = ? and state = 'sending'"
                        .formatted(change))
                .params(
                        Utc.of(time),
                        Markup.clip(Markup.storable(reason), MAX_REASON),
                        delivery.id(),
                        delivery.turn() + 1,
                        replicas.me())
                .update();
    }

    private static Delivery delivery(ResultSet row, int index) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getString("mark"),
                row.getString("lane"),
                row.getString("slot"),
                row.getInt("urgency"),
                row.getString("kind"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getInt("turn"),
                Utc.from(row, "created"),
                Utc.orNull(row, "first_tried"),
                row.getBoolean("doubt"),
                Joined.NONE);
    }
}
