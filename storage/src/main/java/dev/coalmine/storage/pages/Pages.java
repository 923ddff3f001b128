package dev.coalmine.storage.pages;

import dev.coalmine.storage.rules.Utc;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The problems that sources have told of. Plain JDBC in batches, as a storm brings thousands in a minute. */
@Repository
public class Pages {

    private static final int STRIPES = 32;

    private final JdbcTemplate jdbc;
    private final JdbcClient database;

    Pages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    /** Adds those that are not there yet, as they are; what is there stays as it is. */
    @Transactional
    public void add(Collection<Page> pages) {
        // Two transactions that add the same page wait for each other. They never do in a circle, as all add in one
        // order.
        var inOrder = pages.stream()
                .sorted(Comparator.comparing(Page::source).thenComparing(Page::alertKey))
                .map(Page::identity)
                .toList();
        jdbc.batchUpdate("""
            insert into page (source, alert_key, title, service, firing, heard_at, messages, starts, members)
            values (?, ?, ?, ?, false, ?, 0, 0, 0) on conflict do nothing\
            """, inOrder);
    }

    /** The pages of these keys, whatever their source; held until the transaction ends, so that two changes never cross. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Page> held(Collection<String> keys) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select * from page where alert_key = any(?) order by id for update");
                    statement.setArray(1, connection.createArrayOf("varchar", keys.toArray()));
                    return statement;
                },
                Page::read);
    }

    /** Keeps what has become of them. */
    @Transactional
    public void save(Collection<Page> pages) {
        jdbc.batchUpdate("""
            update page set title = ?, service = ?, incident = ?, held_back = ?, firing = ?, fired_at = ?,
            last_fired_at = ?, series_at = ?, resolved_at = ?, acknowledged_by = ?, heard_at = ?, messages = ?, starts = ?,
            members = ? where id = ?\
            """, pages.stream().map(Page::values).toList());
    }

    /**
     * Lets no other transaction judge alerts of these services until this one ends: two that each find no incident for a
     * service would open one each. Some services share a lock.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void holdServices(Collection<String> services) {
        // In order, so that nobody waits in a circle.
        services.stream()
                .map(service -> Math.floorMod(service.toLowerCase(Locale.ROOT).hashCode(), STRIPES))
                .distinct()
                .sorted()
                .forEach(stripe -> database.sql("select stripe from service_stripe where stripe = ? for update")
                        .param(stripe)
                        .query(Integer.class)
                        .single());
    }

    public Optional<Page> findBySourceAndAlertKey(String source, String alertKey) {
        return database.sql("select * from page where source = ? and alert_key = ?")
                .params(source, alertKey)
                .query(Page::read)
                .optional();
    }

    /** How many pages an incident has, and how they are. */
    public Count count(long incident) {
        return database.sql("""
            select count(*) as pages, coalesce(sum(case when firing then 1 else 0 end), 0) as firing,
            coalesce(max(starts), 0) as starts, min(case when starts > 2 then series_at end) as flapping_since
            from page where incident = ?\
            """)
                .param(incident)
                .query((row, n) -> new Count(
                        row.getInt("pages"),
                        row.getInt("firing"),
                        row.getInt("starts"),
                        Utc.orNull(row, "flapping_since")))
                .single();
    }

    /**
     * Those of these titles that have an incident and ended within a stretch of time; the 200 latest.
     *
     * @param after by the sources' clocks
     * @param until the last moment. Without one the database would go through all that have not ended
     */
    public List<Page> ended(Instant after, Instant until, Collection<String> titles) {
        return jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                        select * from page where resolved_at > ? and resolved_at <= ? and firing = false
                        and incident is not null and lower(title) = any(?)
                        order by resolved_at desc fetch first 200 rows only\
                        """);
                    statement.setObject(1, Utc.of(after));
                    statement.setObject(2, Utc.of(until));
                    statement.setArray(3, connection.createArrayOf("varchar", titles.toArray()));
                    return statement;
                },
                Page::read);
    }

    /** Whether any page of an incident fires. */
    public boolean anyFiring(long incident) {
        return database.sql("select exists (select 1 from page where incident = ? and firing = true)")
                .param(incident)
                .query(Boolean.class)
                .single();
    }

    /** Whether anything was heard of any page of an incident after that time. */
    public boolean anyHeardAfter(long incident, Instant time) {
        return database.sql("select exists (select 1 from page where incident = ? and heard_at > ?)")
                .params(incident, Utc.of(time))
                .query(Boolean.class)
                .single();
    }

    /** Those last heard of. */
    public List<Page> latest(Limit limit) {
        return database.sql("select * from page order by heard_at desc, id desc fetch first ? rows only")
                .param(limit.max())
                .query(Page::read)
                .list();
    }

    /** The pages of an incident, in the order in which they came. */
    public List<Page> of(long incident) {
        return database.sql("select * from page where incident = ? order by id")
                .param(incident)
                .query(Page::read)
                .list();
    }

    /**
     * The pages of an incident.
     *
     * @param starts how often the one that started most did so
     * @param flappingSince since when the first of those that started more than twice does so; null without any
     */
    public record Count(
            int all, int firing, int starts, @Nullable Instant flappingSince) {

        public boolean flapping() {
            return starts > 2;
        }
    }
}
