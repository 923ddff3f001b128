package dev.coalmine.storage.storms;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sources that fail in a storm, and the alerts of theirs that got no channel of their own. */
@Repository
public class StormMembers {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    StormMembers(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /** The sources that it has now, in place of those that were known. */
    @Transactional
    public void keep(long storm, List<Member> members) {
        jdbc.sql("delete from storm_member where storm = ?").param(storm).update();
        batches.batchUpdate(
                "insert into storm_member (storm, source, alerts, by_hand, failures) values (?, ?, ?, ?, ?)",
                members.stream()
                        .map(it -> new Object[] {storm, it.source(), it.alerts(), it.byHand(), it.failures()})
                        .toList());
    }

    /** Those that fail most first. */
    public List<Member> of(long storm) {
        return jdbc.sql("""
            select source, alerts, by_hand, failures from storm_member where storm = ?
            order by failures desc, source\
            """)
                .param(storm)
                .query((row, _) -> new Member(
                        row.getString("source"),
                        row.getBoolean("alerts"),
                        row.getBoolean("by_hand"),
                        row.getInt("failures")))
                .list();
    }

    /** The storm, if one goes on, in which the alerts of this service are. */
    public Optional<Long> stormOf(String service) {
        return jdbc.sql("""
            select s.number from storm s join storm_member m on m.storm = s.number
            where s.ended_at is null and m.alerts = true and lower(m.source) = lower(?)
            order by s.number desc fetch first 1 row only\
            """).param(service).query(Long.class).optional();
    }

    /** A canary of alerts that goes on and was heard since that moment: it may still grow. */
    public Optional<Long> youngCanary(Instant since) {
        return jdbc.sql("""
            select max(s.number) from storm s
            where s.ended_at is null and s.kind = 'CANARY' and s.incident is not null and s.opened_at > ?
            and exists (select 1 from storm_member m where m.storm = s.number and m.alerts = true)\
            """).param(Utc.of(since)).query(Long.class).optional();
    }

    /** The storm that somebody expects to go on beyond a moment and that has the alerts of this service. */
    public Optional<Long> expectedOf(String service, Instant now) {
        return jdbc.sql("""
            select s.number from storm s join storm_member m on m.storm = s.number
            where s.verdict = 'EXPECTED' and s.verdict_until > ? and m.alerts = true and lower(m.source) = lower(?)
            order by s.number desc fetch first 1 row only\
            """).params(Utc.of(now), service).query(Long.class).optional();
    }

    /**
     * Keeps that an alert was told in a storm instead of in a channel of its own; the same alert once.
     *
     * @return whether it is the first time
     */
    @Transactional
    public boolean hold(long storm, HeldAlert alert) {
        return jdbc.sql("""
            insert into storm_held (storm, held_at, hook, alert_key, title, service, why)
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """)
                        .params(
                                storm,
                                Utc.of(alert.at()),
                                alert.hook(),
                                alert.key(),
                                alert.title(),
                                alert.service(),
                                alert.why())
                        .update()
                > 0;
    }

    /** Those that were held back, the newest first. */
    public List<HeldAlert> held(long storm, int most) {
        return jdbc.sql("""
            select * from storm_held where storm = ? order by held_at desc, hook, alert_key fetch first ? rows only\
            """)
                .params(storm, most)
                .query((row, _) -> new HeldAlert(
                        Utc.from(row, "held_at"),
                        row.getString("hook"),
                        row.getString("alert_key"),
                        row.getString("title"),
                        row.getString("service"),
                        row.getString("why")))
                .list();
    }

    /**
     * A source in a storm.
     *
     * @param alerts whether it is a service of alerts, and no launcher
     * @param failures distinct ones
     */
    public record Member(String source, boolean alerts, boolean byHand, int failures) {}

    /** An alert that got no channel of its own. */
    public record HeldAlert(Instant at, String hook, String key, String title, String service, String why) {}
}
