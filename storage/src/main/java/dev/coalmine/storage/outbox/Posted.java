package dev.coalmine.storage.outbox;

import dev.coalmine.storage.rules.Utc;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where messages that are edited in place stand in Slack, and what they show. */
@Repository
public class Posted {

    // Somebody may have deleted it without our hearing of it: not for longer than this is it taken for granted.
    private static final Duration TRUSTED = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Clock clock;

    Posted(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The message of that name, such as {@code card:42}. */
    public Optional<Place> find(String name) {
        return database.sql("select channel, ts from posted where name = ?")
                .param(name)
                .query((row, _) -> new Place(row.getString("channel"), row.getString("ts")))
                .optional();
    }

    /** What follows {@code beginning} in the names of all that stand in Slack. */
    public List<String> endingsOf(String beginning) {
        return database.sql("select substring(name, :from) from posted where name like :like order by name")
                .param("from", beginning.length() + 1)
                .param("like", beginning + "%")
                .query(String.class)
                .list();
    }

    /** Remembers it, in place of an earlier one of that name. */
    @Transactional
    public void keep(String name, Place place) {
        forget(name);
        database.sql("insert into posted (name, channel, ts) values (?, ?, ?)")
                .params(name, place.channel(), place.ts())
                .update();
    }

    /** It is gone from Slack; the next drawing posts a new one. */
    @Transactional
    public void forget(String name) {
        database.sql("delete from posted where name = ?").param(name).update();
    }

    /** Whether it is known to show that; not known of what was shown long ago, is being changed, or was deleted. */
    public boolean shows(String name, String what) {
        var since = Utc.of(clock.instant().minus(TRUSTED));
        return database.sql("select count(*) from posted where name = ? and shown = ? and shown_at > ?")
                        .params(name, what, since)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** It is about to be changed: until {@link #shown} nobody knows what it shows. */
    @Transactional
    public void changing(String name) {
        database.sql("update posted set shown = null where name = ?")
                .param(name)
                .update();
    }

    /** It shows that now; {@code what} is short, such as a fingerprint. */
    @Transactional
    public void shown(String name, String what) {
        database.sql("update posted set shown = ?, shown_at = ? where name = ?")
                .params(what, Utc.of(clock.instant()), name)
                .update();
    }

    /** Somebody deleted or changed that message in Slack. */
    @Transactional
    public void touched(Place place) {
        database.sql("update posted set shown = null where channel = ? and ts = ?")
                .params(place.channel(), place.ts())
                .update();
    }

    /** A message in Slack: its channel's id and its timestamp there. */
    public record Place(String channel, String ts) {}
}
