package dev.coalmine.storage.outbox;

import dev.coalmine.storage.outbox.Delivery.Joined;
import dev.coalmine.storage.outbox.Delivery.Part;
import dev.coalmine.storage.rules.Utc;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Joins messages that have been waiting into one, so that people find a digest instead of a flood. What is joined is
 * fixed while the message may have arrived, so that looking for it finds the same.
 */
@Component
class Joining {

    /** As many messages are still read one by one. */
    static final int MORE_THAN = 5;
    /** A lane whose head waited no longer keeps up with what happens. */
    static final Duration WAITED = Duration.ofSeconds(10);

    private static final int MOST = 10_000;
    private static final int MOST_PARTS = 100;

    private final JdbcClient database;

    Joining(JdbcClient database) {
        this.database = database;
    }

    /** What goes out together with this delivery, which has just been taken. */
    Joined join(Delivery delivery, Instant now) {
        if (!delivery.unsure() && !delivery.created().plus(WAITED).isAfter(now)) {
            fold(delivery, followers(delivery), now);
        }
        return delivery.turn() > 0 || !delivery.created().plus(WAITED).isAfter(now) ? joined(delivery) : Joined.NONE;
    }

    /** Those behind it that may be joined: up to the first that has to keep its place between them. */
    private List<Long> followers(Delivery delivery) {
        var found = new ArrayList<Long>();
        for (var row : behind(delivery)) {
            if (row.same()) {
                found.add(row.id());
            } else if (row.slot() == null) {
                break;
            }
        }
        return found;
    }

    private List<Row> behind(Delivery delivery) {
        return database.sql("""
            select b.id, b.slot, b.joint, b.state, h.joint as wanted from outbox h
            join outbox b on b.lane = h.lane and b.pending = true and b.id > h.id
            where h.id = ? and h.joint is not null order by b.id limit ?\
            """)
                .params(delivery.id(), MOST)
                .query((row, _) -> new Row(
                        row.getLong("id"),
                        row.getString("slot"),
                        row.getString("state").equals("waiting")
                                && row.getString("wanted").equals(row.getString("joint"))))
                .list();
    }

    private void fold(Delivery delivery, List<Long> followers, Instant now) {
        if (followers.size() + 1 <= MORE_THAN) {
            return;
        }
        // All of that joint up to the last: the ids are too many to be named one by one.
        database.sql("""
            update outbox set state = 'folded', pending = false, done = ?, folded_into = ?
            where lane = ? and pending = true and state = 'waiting' and id > ? and id <= ?
            and joint = (select h.joint from outbox h where h.id = ?)\
            """)
                .params(Utc.of(now), delivery.id(), delivery.lane(), delivery.id(), followers.getLast(), delivery.id())
                .update();
    }

    private Joined joined(Delivery delivery) {
        var count = database.sql("select count(*) from outbox where folded_into = ? and joint is not null")
                .param(delivery.id())
                .query(Integer.class)
                .single();
        return count == 0 ? Joined.NONE : new Joined(count, parts(delivery));
    }

    private List<Part> parts(Delivery delivery) {
        return database.sql("""
            select body, created, priority from (select id, body, created, priority from outbox
            where folded_into = ? and joint is not null order by priority, id desc limit ?) p order by id\
            """)
                .params(delivery.id(), MOST_PARTS)
                .query((row, _) -> new Part(row.getString("body"), Utc.from(row, "created"), row.getInt("priority")))
                .list();
    }

    private record Row(long id, @Nullable String slot, boolean same) {}
}
