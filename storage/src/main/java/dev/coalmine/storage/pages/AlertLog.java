package dev.coalmine.storage.pages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Everything that alert sources sent, in the order in which it was kept, and how far each reader has come.
 *
 * <p>Numbers are given out under a lock that is held until the commit, so a reader never sees a number before all smaller
 * ones: a cursor that moves on by numbers passes nothing over. They have no gaps either, as a number is returned by
 * whoever fails to commit.
 */
@Component
public class AlertLog {

    /** Appending takes milliseconds; one that takes seconds is better refused, so that the source sends again. */
    private static final int APPEND_SECONDS = 2;

    private static final int LONGEST_DELIVERY = 200;
    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    public AlertLog(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        ownTransaction.setTimeout(APPEND_SECONDS);
    }

    /**
     * Keeps what a source sent, and has it committed when this returns.
     *
     * @param delivery the source's own id of the delivery, or null; one that is too long is cut
     * @return its number
     * @throws org.springframework.dao.DataAccessException or
     *     {@link org.springframework.transaction.TransactionException} if it could not be kept, or not in two seconds
     *     from when there was a connection
     */
    public long append(String source, @Nullable String delivery, Instant receivedAt, String body) {
        return ownTransaction.execute(status -> insert(source, delivery, receivedAt, body));
    }

    /** What follows a number, in order; at most so many. */
    public List<LoggedAlert> after(long number, int limit) {
        return jdbc.sql("""
            select number, source, delivery, received_at, body from alert_log
            where number > ? order by number fetch first ? rows only\
            """).params(number, limit).query(AlertLog::logged).list();
    }

    /** The number of the last row, 0 while there is none. */
    public long end() {
        return jdbc.sql("select number from alert_log_end").query(Long.class).single();
    }

    /** How far a reader has come, 0 before its first row. */
    public long cursor(String consumer) {
        return jdbc.sql("select number from alert_cursor where consumer = ?")
                .param(consumer)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /**
     * Moves a reader on, in the caller's transaction; first thing there, so that others of its name wait for the outcome.
     *
     * @return false if it is no longer where it was, as another of its name has been faster
     * @throws org.springframework.dao.DuplicateKeyException if another was faster with the very first row
     */
    public boolean moveOn(String consumer, long from, long to) {
        var moved = jdbc.sql("update alert_cursor set number = ? where consumer = ? and number = ?")
                .params(to, consumer, from)
                .update();
        return moved == 1 || from == 0 && begin(consumer, to);
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
            where a.consumer = ? order by a.number desc fetch first ? rows only\
            """)
                .params(consumer, limit)
                .query((row, n) -> new SetAside(
                        row.getLong("number"),
                        row.getString("source"),
                        row.getString("reason"),
                        instant(row, "set_aside_at")))
                .list();
    }

    private boolean begin(String consumer, long number) {
        jdbc.sql("insert into alert_cursor (consumer, number) values (?, ?)")
                .params(consumer, number)
                .update();
        return true;
    }

    private long insert(String source, @Nullable String delivery, Instant receivedAt, String body) {
        jdbc.sql("update alert_log_end set number = number + 1").update();
        var number = end();
        jdbc.sql("insert into alert_log (number, source, delivery, received_at, body) values (?, ?, ?, ?, ?)")
                .param(number)
                .param(source)
                .param(delivery == null ? null : cut(storable(delivery), LONGEST_DELIVERY))
                .param(stored(receivedAt))
                .param(storable(body))
                .update();
        return number;
    }

    /** PostgreSQL's text cannot hold NUL. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static LoggedAlert logged(ResultSet row, int n) throws SQLException {
        return new LoggedAlert(
                row.getLong("number"),
                row.getString("source"),
                row.getString("delivery"),
                instant(row, "received_at"),
                row.getString("body"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
