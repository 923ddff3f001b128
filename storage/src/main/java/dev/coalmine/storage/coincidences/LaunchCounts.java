package dev.coalmine.storage.coincidences;

import dev.coalmine.storage.rules.Forgetful;
import dev.coalmine.storage.rules.Utc;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.SignalsKept;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts launches as they are heard: per minute of the sender's clock, source and outcome, in the transaction in which
 * they are kept. A batch costs some statements however many launches it holds.
 */
@Repository
public class LaunchCounts implements Forgetful {

    /** Stands for all sources together; no source is called so. */
    public static final String ALL = "";

    // A sender's clock may be ahead by so much, and a launch heard so much later.
    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final Duration LATE = Duration.ofMinutes(30);

    private final JdbcTemplate batches;
    private final JdbcClient database;

    LaunchCounts(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.database = JdbcClient.create(jdbc);
    }

    public static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60L);
    }

    @EventListener
    void count(SignalsKept it) {
        var launches = it.signals().stream()
                .filter(signal -> signal.kind() == HeardSignal.Kind.LAUNCH)
                .toList();
        if (!launches.isEmpty()) {
            countMinutes(launches);
            knowLaunchers(launches);
        }
    }

    private void countMinutes(List<HeardSignal> launches) {
        // In one order, so that two transactions never wait for each other crosswise.
        var counts = new TreeMap<Key, Integer>();
        for (var launch : launches) {
            counts.merge(Key.of(launch.source(), launch), 1, Integer::sum);
            counts.merge(Key.of(ALL, launch), 1, Integer::sum);
        }
        batches.batchUpdate(
                """
                insert into launch_minute (source, outcome, at_minute, launches) values (?, ?, ?, 0)
                on conflict do nothing\
                """,
                counts.keySet().stream()
                        .map(key -> new Object[] {key.source(), key.outcome(), key.minute()})
                        .toList());
        batches.batchUpdate(
                """
                update launch_minute set launches = launches + ? where source = ? and outcome = ? and at_minute = ?\
                """,
                counts.entrySet().stream()
                        .map(it -> new Object[] {
                            it.getValue(),
                            it.getKey().source(),
                            it.getKey().outcome(),
                            it.getKey().minute()
                        })
                        .toList());
    }

    private void knowLaunchers(List<HeardSignal> launches) {
        var known = new TreeMap<String, Heard>();
        launches.forEach(launch -> known.merge(launch.source(), Heard.of(launch), Heard::and));
        batches.batchUpdate(
                """
                insert into launcher (source, first_minute, last_minute, heard_at, origin) values (?, ?, ?, ?, ?)
                on conflict do nothing\
                """,
                known.entrySet().stream()
                        .map(it -> new Object[] {
                            it.getKey(),
                            it.getValue().first(),
                            it.getValue().last(),
                            Utc.of(it.getValue().at()),
                            it.getValue().origin()
                        })
                        .toList());
        batches.batchUpdate(
                """
                update launcher set patience = case when last_minute < ? then null else patience end,
                  first_minute = least(first_minute, ?), last_minute = greatest(last_minute, ?),
                  heard_at = greatest(heard_at, ?), origin = ?
                where source = ?\
                """, known.entrySet().stream().map(LaunchCounts::news).toList());
    }

    private static Object[] news(Map.Entry<String, Heard> it) {
        var heard = it.getValue();
        return new Object[] {heard.last(), heard.first(), heard.last(), Utc.of(heard.at()), heard.origin(), it.getKey()
        };
    }

    /** What there was from one minute up to before another, of all sources and of {@link #ALL}. */
    public List<LaunchMinute> between(long from, long until) {
        return database.sql("select * from launch_minute where at_minute >= ? and at_minute < ?")
                .params(from, until)
                .query(LaunchCounts::launches)
                .list();
    }

    /** What there was of a source and outcome from one minute up to before another, in no order. */
    public List<MinuteCount> history(String source, Outcome outcome, long from, long until) {
        return database.sql("""
            select at_minute, launches from launch_minute
            where source = ? and outcome = ? and at_minute >= ? and at_minute < ?\
            """)
                .params(source, word(outcome), from, until)
                .query((row, _) -> new MinuteCount(row.getLong("at_minute"), row.getInt("launches")))
                .list();
    }

    /** The minutes in which a source launched, from one up to before another, in order. */
    public List<Long> minutes(String source, long from, long until) {
        return database.sql("""
            select distinct at_minute from launch_minute where source = ? and at_minute >= ? and at_minute < ?
            order by at_minute\
            """).params(source, from, until).query(Long.class).list();
    }

    /** The first and the last launch that happened in that time, to the moment; empty once they are forgotten. */
    public Optional<Span> span(String source, Outcome outcome, Instant from, Instant until) {
        return database.sql("""
            select min(happened_at) as first_at, max(happened_at) as last_at from signal
            where received_at >= :heard and received_at < :late and happened_at >= :from and happened_at < :until
              and kind = 'launch' and outcome = :outcome and (:source = '' or source = :source)\
            """)
                .param("heard", Utc.of(from.minus(AHEAD)))
                .param("late", Utc.of(until.plus(LATE)))
                .param("from", Utc.of(from))
                .param("until", Utc.of(until))
                .param("outcome", word(outcome))
                .param("source", source)
                .query((row, _) -> Optional.ofNullable(Utc.orNull(row, "first_at"))
                        .map(first -> new Span(first, orSame(row, first))))
                .single();
    }

    private static Instant orSame(ResultSet row, Instant first) {
        try {
            return Utc.from(row, "last_at");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The minute from which on launches of a source were heard; {@link #ALL} is any source. */
    public Optional<Long> firstHeard(String source) {
        return database.sql("select min(first_minute) from launcher where ? in ('', source)")
                .param(source)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** How many sources launched since a minute. */
    public int launchersSince(long minute) {
        return database.sql("select count(*) from launcher where last_minute >= ?")
                .param(minute)
                .query(Integer.class)
                .single();
    }

    /**
     * Those that launched last before a minute, unless nobody can tell how long they may be silent, or their silence is
     * noticed; the latest first, at most so many.
     */
    public List<Launcher> silentSince(long minute, int most) {
        return database.sql("""
            select * from launcher
            where last_minute < ? and (patience is null or patience > 0) and missed_minute is null
            order by last_minute desc fetch first ? rows only\
            """)
                .params(minute, most)
                .query(LaunchCounts::launcher)
                .list();
    }

    /** Those whose silence is noticed. */
    public List<Launcher> missed() {
        return database.sql("select * from launcher where missed_minute is not null order by source")
                .query(LaunchCounts::launcher)
                .list();
    }

    /** When launches were last heard where that one is heard. */
    public Instant lastHeardAt(String origin) {
        return database.sql("select max(heard_at) from launcher where origin = ?")
                .param(origin)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    public Optional<Launcher> launcher(String source) {
        return database.sql("select * from launcher where source = ?")
                .param(source)
                .query(LaunchCounts::launcher)
                .optional();
    }

    /** Keeps how many minutes a source may be silent, if it has not launched since it was looked at. */
    @Transactional
    public void judge(Launcher launcher, int minutes) {
        database.sql("update launcher set patience = ? where source = ? and last_minute = ?")
                .params(minutes, launcher.source(), launcher.last())
                .update();
    }

    /** Notices its silence; false if it has launched meanwhile, or somebody else was first. */
    @Transactional
    public boolean miss(Launcher launcher) {
        return database.sql("""
            update launcher set missed_minute = last_minute
            where source = ? and last_minute = ? and missed_minute is null\
            """).params(launcher.source(), launcher.last()).update() == 1;
    }

    /** Keeps which incident its silence opened. */
    @Transactional
    public void opened(Launcher launcher, long incident) {
        database.sql("update launcher set incident = ? where source = ?")
                .params(incident, launcher.source())
                .update();
    }

    /** Keeps that its silence is over; false if somebody else was first. */
    @Transactional
    public boolean back(Launcher launcher) {
        return database.sql("update launcher set missed_minute = null where source = ? and missed_minute is not null")
                        .param(launcher.source())
                        .update()
                == 1;
    }

    /** A week more than anybody looks back. */
    @Override
    public Duration keeps() {
        return Duration.ofDays(35);
    }

    /** Forgets minutes, and who has not launched since; returns how many minutes. */
    @Override
    @Transactional
    public int forgetBefore(Instant moment) {
        var minute = minute(moment);
        database.sql("delete from launcher where last_minute < ?").param(minute).update();
        return database.sql("delete from launch_minute where at_minute < ?")
                .param(minute)
                .update();
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static LaunchMinute launches(ResultSet row, int n) throws SQLException {
        return new LaunchMinute(
                row.getString("source"),
                Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                new MinuteCount(row.getLong("at_minute"), row.getInt("launches")));
    }

    private static Launcher launcher(ResultSet row, int n) throws SQLException {
        return new Launcher(
                row.getString("source"),
                row.getLong("first_minute"),
                row.getLong("last_minute"),
                Utc.from(row, "heard_at"),
                row.getString("origin"),
                row.getObject("patience", Integer.class),
                row.getObject("missed_minute", Long.class),
                row.getObject("incident", Long.class));
    }

    /** From the first to the last of some launches. */
    public record Span(Instant first, Instant last) {}

    private record Key(String source, String outcome, long minute) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::source).thenComparing(Key::outcome).thenComparing(Key::minute);

        static Key of(String source, HeardSignal launch) {
            return new Key(source, word(launch.outcome()), LaunchCounts.minute(launch.at()));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What was heard of a source within a batch. */
    private record Heard(long first, long last, Instant at, String origin) {

        static Heard of(HeardSignal launch) {
            var minute = LaunchCounts.minute(launch.at());
            return new Heard(minute, minute, launch.received(), launch.origin());
        }

        Heard and(Heard other) {
            return new Heard(
                    Math.min(first, other.first),
                    Math.max(last, other.last),
                    at.isAfter(other.at) ? at : other.at,
                    other.origin);
        }
    }
}
