package dev.coalmine.storage.pages;

import dev.coalmine.storage.rules.Utc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that alert sources sent. It has several parts, within which the order is that in which rows were kept; of
 * rows in different parts neither is the first.
 *
 * <p>Numbers are given out under a lock that is held until the commit, so a reader never sees a number before all smaller
 * ones of its part: a cursor that moves on by numbers passes nothing over. They have no gaps either, as a number is
 * returned by whoever fails to commit.
 */
@Component
public class AlertLog implements AutoCloseable {

    private static final int FEW = 16;
    private static final int MANY = 64;
    private static final int LONGEST_DELIVERY = 200;
    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final AlertWriter writer;

    public AlertLog(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.writer = new AlertWriter(jdbc);
    }

    /**
     * Hands over what a source sent, to be kept in one transaction with whatever else is waiting for it.
     *
     * @param delivery the source's own id of the delivery, or null; one that is too long is cut
     * @return completed with its number once it is committed; fails if it was not kept, or may not have been. That takes
     *     two seconds at most from when there was a connection
     * @throws Overloaded at once if too much is waiting
     */
    public CompletableFuture<Long> append(String source, @Nullable String delivery, Instant receivedAt, String body) {
        return writer.write(new LogEnds.Row(
                source,
                delivery == null ? null : cut(storable(delivery), LONGEST_DELIVERY),
                stored(receivedAt),
                storable(body)));
    }

    /** Whether sources send about as much as can be written, so that whoever reads had better rest. */
    public boolean pressed() {
        return writer.pressed();
    }

    /** What follows a number in its part, in order; at most so many. */
    public List<LoggedAlert> after(long number, int limit) {
        return jdbc.sql("""
            select number, source, delivery, received_at, body from alert_log
            where number > ? and number < ? order by number fetch first ? rows only\
            """)
                .params(number, (Place.of(number).part() + 1) * Place.PART, limit)
                .query(AlertLog::logged)
                .list();
    }

    /** What follows a number in its part; no more once the bodies are this long together. */
    public List<LoggedAlert> after(long number, int limit, int characters) {
        var rows = new ArrayList<LoggedAlert>();
        var length = 0;
        // Some at a time, and more when these were short: the driver would read all before it shows the first.
        while (rows.size() < limit && length < characters) {
            var some = Math.min(Math.clamp(rows.size(), FEW, MANY), limit - rows.size());
            var more = after(rows.isEmpty() ? number : rows.getLast().number(), some);
            rows.addAll(more);
            length += more.stream().mapToInt(row -> row.body().length()).sum();
            if (more.size() < some) {
                break;
            }
        }
        return rows;
    }

    /** How many rows there are in all. */
    public long size() {
        return ends().stream().mapToLong(Place::nth).sum();
    }

    /** Where each part ends. */
    public List<Place> ends() {
        return places("select number from alert_part order by part");
    }

    /** How far a reader has come in each part; empty before it {@link #begin began}. */
    public List<Place> cursors(String consumer) {
        return jdbc
                .sql("select number from alert_reading where consumer = ? order by part")
                .param(consumer)
                .query(Long.class)
                .list()
                .stream()
                .map(Place::of)
                .toList();
    }

    /** Lets a reader begin before the first row, if it has not yet. */
    public void begin(String consumer) {
        jdbc.sql("""
            insert into alert_reading (consumer, part, number)
            select ?, part, part * cast(1000000000000 as bigint) from alert_part on conflict do nothing\
            """).param(consumer).update();
    }

    /** How far a reader has come in the parts in which it has something to read. */
    public List<Place> unread(String consumer) {
        return jdbc.sql("""
            select r.number from alert_part p join alert_reading r on r.part = p.part
            where r.consumer = ? and p.number > r.number order by p.part\
            """).param(consumer).query(Long.class).list().stream()
                .map(Place::of)
                .toList();
    }

    /**
     * Takes a part for the caller's transaction and says how far it has been read there. Nobody else of this name reads it
     * until that transaction ends, in whatever way: a process that dies loses it with its connection.
     *
     * @return empty while another has it; there is no waiting
     */
    public Optional<Place> hold(String consumer, int part) {
        return jdbc.sql("""
            select number from alert_reading where consumer = ? and part = ? for update skip locked\
            """).params(consumer, part).query(Long.class).optional().map(Place::of);
    }

    /** Moves a reader on in a part that the caller's transaction holds. */
    public void moveOn(String consumer, long to) {
        jdbc.sql("update alert_reading set number = ? where consumer = ? and part = ?")
                .params(to, consumer, Place.of(to).part())
                .update();
    }

    /** How much a reader has before it. */
    public Backlog backlog(String consumer) {
        var rows = jdbc.sql("""
            select coalesce(sum(p.number - r.number), 0) from alert_part p join alert_reading r on r.part = p.part
            where r.consumer = ?\
            """).param(consumer).query(Long.class).single();
        var oldest = cursors(consumer).stream()
                .map(read -> receivedAt(read.number() + 1))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return new Backlog(rows, oldest);
    }

    /** Notes, in the caller's transaction, that a reader could not handle a row, and why. */
    public void setAside(String consumer, long number, String reason, Instant at) {
        jdbc.sql("insert into alert_set_aside (consumer, number, reason, set_aside_at) values (?, ?, ?, ?)")
                .params(consumer, number, cut(storable(reason), LONGEST_REASON), stored(at))
                .update();
    }

    /** What a reader has set aside, the latest first; at most so many. */
    public List<SetAside> setAside(String consumer, int limit) {
        return jdbc.sql("""
            select a.number, l.source, a.reason, a.set_aside_at
            from alert_set_aside a join alert_log l on l.number = a.number
            where a.consumer = ? order by a.set_aside_at desc, a.number desc fetch first ? rows only\
            """)
                .params(consumer, limit)
                .query((row, n) -> new SetAside(
                        Place.of(row.getLong("number")),
                        row.getString("source"),
                        row.getString("reason"),
                        Utc.from(row, "set_aside_at")))
                .list();
    }

    /**
     * Puts a row that was set aside at the end of the log, in the caller's transaction, to be handled once more.
     *
     * @return where it stands now; empty if no such row is set aside
     */
    public Optional<Place> again(String consumer, Place place) {
        var was = jdbc.sql("delete from alert_set_aside where consumer = ? and number = ?")
                .params(consumer, place.number())
                .update();
        return was == 0
                ? Optional.empty()
                : after(place.number() - 1, 1).stream().findFirst().map(this::appended);
    }

    @Override
    public void close() {
        writer.close();
    }

    private Place appended(LoggedAlert row) {
        return Place.of(writer.append(
                List.of(new LogEnds.Row(row.source(), row.delivery(), stored(row.receivedAt()), row.body()))));
    }

    private Optional<Instant> receivedAt(long number) {
        return jdbc.sql("select received_at from alert_log where number = ?")
                .param(number)
                .query((row, n) -> Utc.from(row, "received_at"))
                .optional();
    }

    private List<Place> places(String sql) {
        return jdbc.sql(sql).query(Long.class).list().stream().map(Place::of).toList();
    }

    /** PostgreSQL's text cannot hold NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static OffsetDateTime stored(Instant at) {
        return Utc.of(at.truncatedTo(ChronoUnit.MICROS));
    }

    private static LoggedAlert logged(ResultSet row, int n) throws SQLException {
        return new LoggedAlert(
                row.getLong("number"),
                row.getString("source"),
                row.getString("delivery"),
                Utc.from(row, "received_at"),
                row.getString("body"));
    }
}
