package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The channels that are being made. Each step is written down before Slack is asked, so that anybody can go on. */
@Repository
public class ChannelMakings {

    private final JdbcClient database;

    ChannelMakings(JdbcClient database) {
        this.database = database;
    }

    /** Where its making stands, or the beginning of it. */
    public ChannelMaking of(Incident incident) {
        return find(incident.number())
                .orElseGet(() -> new ChannelMaking(incident.number(), incident.channelName(), 1, null));
    }

    /** From now on Slack may have made a channel of that name. */
    @Transactional
    public ChannelMaking asking(ChannelMaking making, Instant at) {
        return keep(making.askedAt(at));
    }

    /** Slack has certainly not made a channel of that name. */
    @Transactional
    public ChannelMaking inVain(ChannelMaking making) {
        return keep(making.inVain());
    }

    /** The channel is in the record; nothing of its making needs to be known any more. */
    @Transactional
    public void forget(long incident) {
        database.sql("delete from channel_making where incident = ?")
                .param(incident)
                .update();
    }

    private Optional<ChannelMaking> find(long incident) {
        return database.sql("select * from channel_making where incident = ?")
                .param(incident)
                .query(ChannelMakings::making)
                .optional();
    }

    private ChannelMaking keep(ChannelMaking making) {
        var asked = making.asked() == null ? null : Utc.of(making.asked());
        forget(making.incident());
        database.sql("insert into channel_making (incident, base, nth, asked) values (?, ?, ?, ?)")
                .params(Arrays.asList(making.incident(), making.base(), making.nth(), asked))
                .update();
        return making;
    }

    private static ChannelMaking making(ResultSet row, int index) throws SQLException {
        return new ChannelMaking(
                row.getLong("incident"), row.getString("base"), row.getInt("nth"), Utc.orNull(row, "asked"));
    }
}
