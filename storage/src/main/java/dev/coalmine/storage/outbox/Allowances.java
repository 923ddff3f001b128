package dev.coalmine.storage.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often something may be done by all replicas together. Each allowance is one moment: until when it is spent. To
 * take a turn moves that moment on by what a turn costs, and is refused when it would come to lie further ahead than
 * a burst allows (the “generic cell rate algorithm”, ITU-T I.371).
 */
@Repository
public class Allowances {

    private final JdbcClient database;
    private final Clock clock;

    Allowances(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes one turn, if there is one.
     *
     * @param share of the burst that may be used up; the rest is kept for what is more important
     * @return how long to wait before asking again; zero when the turn was taken
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Duration take(String name, Pace pace, double share) {
        var now = now();
        var room = Math.max(pace.cost(), (long) (pace.room() * share));
        if (took(name, pace, room, now)) {
            return Duration.ZERO;
        }
        if (opened(name)) {
            return take(name, pace, share);
        }
        return database.sql("select spent_until, paused_until from allowance where name = ?")
                .param(name)
                .query((row, _) -> {
                    var spent = row.getLong("spent_until") + pace.cost() - room - now;
                    return micros(Math.max(1_000, Math.max(spent, row.getLong("paused_until") - now)));
                })
                .optional()
                .orElse(Duration.ofMillis(1));
    }

    // What lies further ahead than any burst was written by a clock that has been set back since.
    private boolean took(String name, Pace pace, long room, long now) {
        return database.sql("""
            update allowance set spent_until = :cost
                + case when spent_until > :farthest then :now else greatest(spent_until, :now) end
            where name = :name and (paused_until <= :now or paused_until > :now + paused_for)
            and case when spent_until > :farthest then :now else greatest(spent_until, :now) end <= :latest\
            """)
                        .param("name", name)
                        .param("now", now)
                        .param("cost", pace.cost())
                        .param("farthest", now + pace.room() + pace.cost())
                        .param("latest", now + room - pace.cost())
                        .update()
                > 0;
    }

    /** Gives a turn back that was taken and not used. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void giveBack(String name, Pace pace) {
        database.sql("update allowance set spent_until = spent_until - ? where name = ?")
                .params(pace.cost(), name)
                .update();
    }

    /** No turns for that long. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void pause(String name, Duration wait) {
        opened(name);
        var length = wait.toNanos() / 1_000;
        database.sql("update allowance set paused_until = ?, paused_for = ? where name = ?")
                .params(now() + length, length, name)
                .update();
    }

    void forgetBefore(Instant time) {
        var before = ChronoUnit.MICROS.between(Instant.EPOCH, time);
        database.sql("delete from allowance where spent_until < ? and paused_until < ?")
                .params(before, before)
                .update();
    }

    private boolean opened(String name) {
        return database.sql("""
            insert into allowance (name, spent_until, paused_until, paused_for) values (?, 0, 0, 0)
            on conflict do nothing\
            """).param(name).update() > 0;
    }

    private long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /**
     * How often something may be done.
     *
     * @param each one turn in this time, over time
     * @param burst so many at once after a pause
     */
    public record Pace(Duration each, int burst) {

        long cost() {
            return each.toNanos() / 1_000;
        }

        long room() {
            return cost() * burst;
        }
    }
}
