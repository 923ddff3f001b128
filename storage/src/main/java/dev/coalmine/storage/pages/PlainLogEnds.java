package dev.coalmine.storage.pages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Several statements, for a database within the process, to which there is no way. */
final class PlainLogEnds implements LogEnds {

    private static final int PARTS = 4;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final AtomicInteger part = new AtomicInteger();

    PlainLogEnds(JdbcTemplate jdbc) {
        DataSource database = requireNonNull(jdbc.getDataSource());
        this.jdbc = jdbc;
        // Nothing here needs the entity manager that the application's own would open.
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        transaction.setTimeout(WRITE_SECONDS);
    }

    @Override
    public long append(List<Row> rows) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? insert(rows)
                : requireNonNull(transaction.execute(status -> insert(rows)));
    }

    private long insert(List<Row> rows) {
        var before = holdAPart();
        jdbc.batchUpdate(
                "insert into alert_log (number, source, delivery, received_at, body) values (?, ?, ?, ?, ?)",
                IntStream.range(0, rows.size())
                        .mapToObj(n -> values(before + 1 + n, rows.get(n)))
                        .toList());
        jdbc.update(
                "update alert_part set number = ? where part = ?",
                before + rows.size(),
                Place.of(before).part());
        return before + 1;
    }

    private static @Nullable Object[] values(long number, Row row) {
        return new @Nullable Object[] {number, row.source(), row.delivery(), row.receivedAt(), row.body()};
    }

    private long holdAPart() {
        var last = part.get();
        for (var tries = 0; tries < PARTS; tries++) {
            var next = (last + tries) % PARTS;
            var end = jdbc.queryForList(
                    "select number from alert_part where part = ? for update skip locked", Long.class, next);
            if (!end.isEmpty()) {
                part.set(next);
                return end.getFirst();
            }
        }
        return requireNonNull(
                jdbc.queryForObject("select number from alert_part where part = ? for update", Long.class, last));
    }
}
