package dev.coalmine.storage.storms;

import static java.util.Objects.requireNonNull;

import dev.coalmine.storage.rules.Utc;
import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the storm detector has heard and how it stood: everything from which it can be put together again exactly as it
 * was. That is a copy of it that was kept at some time, and what it was given since: the signals after that, and whatever
 * else was put in between them, which is kept here.
 */
@Repository
public class DetectorMemory {

    // H2 takes binary values of a million bytes in a row.
    private static final int PART = 512 * 1024;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    DetectorMemory(JdbcTemplate jdbc) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * Takes the detector's ear for the caller's transaction; there is no waiting.
     *
     * @param listener who asks
     * @return how far it has heard; empty while another listens, or has listened in the last five seconds
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Position> listen(String listener) {
        return jdbc.sql("""
            select heard_to, put_to from storm_ear
            where listener is null or listener = ? or listened_at < current_timestamp - interval '5' second
            for update skip locked\
            """)
                .param(listener)
                .query((row, _) -> new Position(row.getLong("heard_to"), row.getLong("put_to")))
                .optional();
    }

    /** It has heard so much, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void heard(String listener, Position to) {
        jdbc.sql("update storm_ear set heard_to = ?, put_to = ?, listener = ?, listened_at = current_timestamp")
                .params(to.signal(), to.put(), listener)
                .update();
    }

    /** Others may listen from now on. */
    @Transactional
    public void leave(String listener) {
        jdbc.sql("update storm_ear set listener = null where listener = ?")
                .param(listener)
                .update();
    }

    /** How far it has heard. */
    public Position position() {
        return jdbc.sql("select heard_to, put_to from storm_ear")
                .query((row, _) -> new Position(row.getLong("heard_to"), row.getLong("put_to")))
                .single();
    }

    /** Has something put between the signals, as soon as the detector listens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(Put put) {
        insert(null, put);
    }

    /** What was asked for and is not yet put anywhere, in order; in the caller's transaction, which has the ear. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Kept> asked() {
        return jdbc.sql("select * from storm_put where after_signal is null order by number")
                .query((row, _) -> new Kept(row.getLong("number"), 0, put(row)))
                .list();
    }

    /** That stands behind the signal of this number; answers its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long place(long number, long signal) {
        // Placed ones are numbered in the order in which they were put, which need not be that of asking.
        var put = jdbc.sql("select * from storm_put where number = ?")
                .param(number)
                .query((row, _) -> put(row))
                .single();
        jdbc.sql("delete from storm_put where number = ?").param(number).update();
        return insert(signal, put);
    }

    /** Puts something behind the signal of this number; answers its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long put(long signal, Put put) {
        return insert(signal, put);
    }

    /** What was put after a position, in order. */
    public List<Kept> putAfter(Position from) {
        return jdbc.sql("select * from storm_put where after_signal is not null and number > ? order by number")
                .param(from.put())
                .query((row, _) -> new Kept(row.getLong("number"), row.getLong("after_signal"), put(row)))
                .list();
    }

    /** Keeps a copy of the detector as it is at a position; what was put before that is forgotten. */
    @Transactional
    public void save(Position at, byte[] copy) {
        jdbc.sql("delete from storm_copy").update();
        var parts = new ArrayList<Object[]>();
        for (var from = 0; from < copy.length; from += PART) {
            parts.add(new Object[] {
                parts.size(), Arrays.copyOfRange(copy, from, Math.min(copy.length, from + PART)), at.signal(), at.put()
            });
        }
        batches.batchUpdate("insert into storm_copy (nth, part, heard_to, put_to) values (?, ?, ?, ?)", parts);
        jdbc.sql("delete from storm_put where after_signal is not null and number <= ?")
                .param(at.put())
                .update();
    }

    /** The last copy that was kept. */
    public Optional<Copy> copy() {
        var bytes = new ByteArrayOutputStream();
        var at = jdbc.sql("select * from storm_copy order by nth")
                .query((row, _) -> {
                    bytes.writeBytes(row.getBytes("part"));
                    return new Position(row.getLong("heard_to"), row.getLong("put_to"));
                })
                .list();
        return at.isEmpty() ? Optional.empty() : Optional.of(new Copy(at.getFirst(), bytes.toByteArray()));
    }

    private long insert(@Nullable Long signal, Put put) {
        var number = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into storm_put (after_signal, what, storm, source, put_at, until_at) values (?, ?, ?, ?, ?, ?)\
            """)
                .param(signal)
                .param(put.what())
                .param(put.storm())
                .param(put.source())
                .param(Utc.of(put.at()))
                .param(put.until() == null ? null : Utc.of(put.until()))
                .update(number, "number");
        return requireNonNull(number.getKey()).longValue();
    }

    private static Put put(ResultSet row) throws SQLException {
        return new Put(
                row.getString("what"),
                row.getObject("storm", Integer.class),
                row.getString("source"),
                Utc.from(row, "put_at"),
                Utc.orNull(row, "until_at"));
    }

    /**
     * How far the detector has heard.
     *
     * @param signal the number of the last signal
     * @param put the number of what was put in last
     */
    public record Position(long signal, long put) {}

    /**
     * Something that the detector is told besides the signals: that time passes, or what somebody says of a storm.
     *
     * @param what {@code tick}, {@code expected}, {@code not_a_storm}, {@code real} or {@code split}
     * @param storm by the detector's number
     */
    public record Put(
            String what,
            @Nullable Integer storm,
            @Nullable String source,
            Instant at,
            @Nullable Instant until) {}

    /** Something that was put behind a signal. */
    public record Kept(long number, long signal, Put put) {}

    /** The detector as it was at a position. */
    public record Copy(Position at, byte[] bytes) {}
}
