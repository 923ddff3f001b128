package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was last set as the topic of each channel, and which channels already say what they were made for. */
@Repository
public class ChannelTopics {

    private final JdbcClient database;

    ChannelTopics(JdbcClient database) {
        this.database = database;
    }

    /** What was set; empty until the channel says what it was made for. */
    public Optional<Topic> of(String channel) {
        return database.sql("select topic, set_at from channel_topic where channel = ?")
                .param(channel)
                .query(ChannelTopics::read)
                .optional();
    }

    /** The channel says what it was made for. */
    @Transactional
    public void dedicated(String channel) {
        database.sql("""
            insert into channel_topic (channel)
            select :channel where not exists (select 1 from channel_topic where channel = :channel)
            on conflict do nothing\
            """).param("channel", channel).update();
    }

    /** Of a channel that says what it was made for. */
    @Transactional
    public void set(String channel, String topic, Instant at) {
        database.sql("update channel_topic set topic = ?, set_at = ? where channel = ?")
                .params(topic, Utc.of(at), channel)
                .update();
    }

    private static Topic read(ResultSet row, int index) throws SQLException {
        return new Topic(row.getString("topic"), Utc.orNull(row, "set_at"));
    }

    /** What was set as the topic, and when; both null before the first. */
    public record Topic(@Nullable String topic, @Nullable Instant at) {}
}
