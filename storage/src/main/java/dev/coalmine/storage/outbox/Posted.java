package dev.coalmine.storage.outbox;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Where messages that are edited in place stand in Slack. */
@Repository
public class Posted {

    private final JdbcClient database;

    Posted(JdbcClient database) {
        this.database = database;
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

    /** Slack knows the channel by another id; the messages are still the same. */
    @Transactional
    public void moved(String before, String now) {
        database.sql("update posted set channel = ? where channel = ?")
                .params(now, before)
                .update();
    }

    /** It is gone from Slack; the next drawing posts a new one. */
    @Transactional
    public void forget(String name) {
        database.sql("delete from posted where name = ?").param(name).update();
    }

    /** A message in Slack: its channel's id and its timestamp there. */
    public record Place(String channel, String ts) {}
}
