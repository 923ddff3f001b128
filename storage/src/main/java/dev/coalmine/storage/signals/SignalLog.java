package dev.coalmine.storage.signals;

import dev.coalmine.storage.rules.Pairs;
import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All signals, numbered in the order in which they were committed: whoever remembers how far it has read passes nothing
 * over. JDBC and not entities: there may be thousands in a second.
 */
@Repository
public class SignalLog {

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    SignalLog(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.events = events;
    }

    /**
     * Adds signals in the caller's transaction. From then on until its end nobody else can add any, which keeps numbers
     * in the order of commits; so it is best done last.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<HeardSignal> signals) {
        if (signals.isEmpty()) {
            return;
        }
        jdbc.sql("update signal_end set number = number + ?")
                .param(signals.size())
                .update();
        var first = end() - signals.size() + 1;
        batches.batchUpdate(
                """
                insert into signal (number, happened_at, received_at, kind, source, automated, entity, outcome, said,
                  link, origin, attributes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                IntStream.range(0, signals.size())
                        .mapToObj(n -> values(first + n, signals.get(n)))
                        .toList());
        events.publishEvent(new SignalsKept(signals));
    }

    /** What follows a number, in order; at most so many. */
    public List<KeptSignal> after(long number, int limit) {
        return jdbc.sql("select * from signal where number > ? order by number fetch first ? rows only")
                .params(number, limit)
                .query(SignalLog::kept)
                .list();
    }

    /**
     * How many distinct things went wrong with these sources in each minute, by the senders' clocks; minutes without any
     * are left out.
     *
     * @param from looks at what was received since
     */
    public Map<Instant, Integer> badByMinute(Collection<String> sources, Instant from) {
        var counts = new TreeMap<Instant, Integer>();
        batches.query(
                connection -> {
                    var statement = connection.prepareStatement("""
                        select date_trunc('minute', happened_at) as at_minute,
                          count(distinct coalesce(entity, cast(number as varchar))) as many
                        from signal
                        where received_at >= ? and outcome in ('failed', 'firing') and source = any(?)
                        group by date_trunc('minute', happened_at)\
                        """);
                    statement.setObject(1, Utc.of(from));
                    statement.setArray(2, connection.createArrayOf("varchar", sources.toArray()));
                    return statement;
                },
                row -> {
                    counts.put(Utc.from(row, "at_minute"), row.getInt("many"));
                });
        return counts;
    }

    /** The number of the last one; 0 when there is none. */
    public long end() {
        return jdbc.sql("select number from signal_end").query(Long.class).single();
    }

    /** The number of the last one received before a moment; 0 when there is none. */
    public long lastBefore(Instant moment) {
        return jdbc.sql("select coalesce(max(number), 0) from signal where received_at < ?")
                .param(Utc.of(moment))
                .query(Long.class)
                .single();
    }

    /**
     * Forgets the oldest of what was received before a moment; at most so many at once.
     *
     * @return how many
     */
    @Transactional
    public int forgetBefore(Instant moment, int most) {
        return jdbc.sql("""
            delete from signal where number in
              (select number from signal where received_at < ? order by number fetch first ? rows only)\
            """).params(Utc.of(moment), most).update();
    }

    private static @Nullable Object[] values(long number, HeardSignal signal) {
        return new @Nullable Object[] {
            number,
            Utc.of(signal.at().truncatedTo(ChronoUnit.MICROS)),
            Utc.of(signal.received().truncatedTo(ChronoUnit.MICROS)),
            word(signal.kind()),
            signal.source(),
            signal.automated(),
            signal.entity(),
            word(signal.outcome()),
            signal.text(),
            signal.link(),
            signal.origin(),
            Pairs.write(signal.attributes())
        };
    }

    private static KeptSignal kept(ResultSet row, int n) throws SQLException {
        return new KeptSignal(
                row.getLong("number"),
                new HeardSignal(
                        Utc.from(row, "happened_at"),
                        Utc.from(row, "received_at"),
                        HeardSignal.Kind.valueOf(constant(row.getString("kind"))),
                        row.getString("source"),
                        row.getObject("automated", Boolean.class),
                        row.getString("entity"),
                        HeardSignal.Outcome.valueOf(constant(row.getString("outcome"))),
                        row.getString("said"),
                        row.getString("link"),
                        row.getString("origin"),
                        Pairs.read(row.getString("attributes"))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
