package dev.coalmine.storage.launches;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What channels are called, as far as it was asked; kept as Slack renames them. */
@Repository
public class ChannelNames {

    private final JdbcClient jdbc;

    ChannelNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> of(String channel) {
        return jdbc.sql("select name from channel_name where channel = ?")
                .param(channel)
                .query(String.class)
                .optional();
    }

    /** Remembers it, in place of an earlier name. */
    @Transactional
    public void keep(String channel, String name) {
        if (!renamed(channel, name)) {
            jdbc.sql("insert into channel_name (channel, name) values (?, ?) on conflict do nothing")
                    .params(channel, name)
                    .update();
        }
    }

    /**
     * A channel has another name; of one that nobody asked about nothing is kept.
     *
     * @return whether anybody had
     */
    @Transactional
    public boolean renamed(String channel, String name) {
        return jdbc.sql("update channel_name set name = ? where channel = ?")
                        .params(name, channel)
                        .update()
                > 0;
    }
}
