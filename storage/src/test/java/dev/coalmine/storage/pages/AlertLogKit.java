package dev.coalmine.storage.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the alert log owes to its users, on whatever database. */
@Timeout(60)
abstract class AlertLogKit {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final String READER = "reader";

    private DataSource database;
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private AlertLog log;

    /** A database in which nothing is. */
    abstract DataSource emptyDatabase();

    @BeforeEach
    void openTheLog() {
        database = emptyDatabase();
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common")
                .target("20")
                .load()
                .migrate();
        var transactions = new JdbcTransactionManager(database);
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(transactions);
        log = new AlertLog(jdbc, transactions);
    }

    @Test
    void whatIsAppendedIsReadAsItCameAndInOrder() {
        var body = "{\"title\":\"λ 😀 ' \\u0000 \"}" + "x".repeat(3_000_000);
        log.append("pagerduty", "d-1", NOON, body);
        log.append("generic", null, NOON, "");
        assertThat(log.after(0, 10))
                .containsExactly(
                        new LoggedAlert(1, "pagerduty", "d-1", NOON, body),
                        new LoggedAlert(2, "generic", null, NOON, ""));
        assertThat(log.after(1, 10)).extracting(LoggedAlert::number).containsExactly(2L);
        assertThat(log.after(0, 1)).extracting(LoggedAlert::number).containsExactly(1L);
        assertThat(log.end()).isEqualTo(2);
    }

    @Test
    void nulAndOverlongIdsAreNoReasonToRefuse() {
        log.append("generic", "\0" + "d".repeat(500), NOON, "a\0b");
        var row = log.after(0, 1).getFirst();
        assertThat(row.body()).isEqualTo("a\uFFFDb");
        assertThat(row.delivery()).hasSize(200);
    }

    @Test
    void whatIsAppendedStaysEvenIfTheCallersTransactionDoesNot() {
        transaction.executeWithoutResult(status -> {
            log.append("generic", null, NOON, "kept");
            status.setRollbackOnly();
        });
        assertThat(log.after(0, 10)).extracting(LoggedAlert::body).containsExactly("kept");
    }

    @Test
    void anAppendThatFailsLeavesNoGap() {
        log.append("generic", null, NOON, "one");
        assertThatThrownBy(() -> log.append("s".repeat(41), null, NOON, "fails"))
                .isInstanceOf(RuntimeException.class);
        assertThat(log.append("generic", null, NOON, "two")).isEqualTo(2);
    }

    @Test
    void theCursorMovesWithItsTransactionOrNotAtAll() {
        assertThat(log.cursor(READER)).isZero();
        transaction.executeWithoutResult(status -> log.moveOn(READER, 0, 3));
        transaction.executeWithoutResult(status -> {
            log.moveOn(READER, 3, 4);
            status.setRollbackOnly();
        });
        assertThat(log.cursor(READER)).isEqualTo(3);
        assertThat(log.cursor("another")).isZero();
    }

    @Test
    void whoeverComesSecondIsToldSo() {
        assertThat(log.moveOn(READER, 0, 1)).isTrue();
        assertThat(log.moveOn(READER, 1, 2)).isTrue();
        assertThat(log.moveOn(READER, 1, 2)).isFalse();
        assertThatThrownBy(() -> log.moveOn(READER, 0, 1)).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void whatIsSetAsideIsListedWithItsReason() {
        log.append("generic", null, NOON, "poison");
        log.setAside(READER, 1, "because\0" + "!".repeat(2_000), NOON);
        assertThat(log.setAside(READER, 10)).singleElement().satisfies(aside -> {
            assertThat(aside.source()).isEqualTo("generic");
            assertThat(aside.reason()).startsWith("because").hasSize(1_000);
            assertThat(aside.at()).isEqualTo(NOON);
        });
        assertThat(log.setAside("another", 10)).isEmpty();
    }

    @Test
    void noNumberBecomesVisibleBeforeASmallerOne() throws Exception {
        try (var slow = database.getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            takeTheNextNumber(slow);
            var second = threads.submit(() -> log.append("generic", null, NOON, "second"));
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(log.after(0, 10)).isEmpty();
            slow.commit();
            assertThat(second.get()).isEqualTo(2);
        }
    }

    @Test
    void anAppendThatCannotHaveItsTurnFailsInTime() throws Exception {
        try (var stuck = database.getConnection()) {
            takeTheNextNumber(stuck);
            var before = System.nanoTime();
            assertThatThrownBy(() -> log.append("generic", null, NOON, "refused"))
                    .isInstanceOf(RuntimeException.class);
            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(4));
            stuck.rollback();
        }
        assertThat(log.append("generic", null, NOON, "first")).isEqualTo(1);
    }

    @Test
    void manyAppendAndManyReadAndEveryRowIsReadOnceAndInOrder() throws Exception {
        var writers = 8;
        var rowsEach = 50;
        var read = new ArrayList<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = IntStream.range(0, writers)
                    .mapToObj(w -> threads.submit(() -> IntStream.range(0, rowsEach)
                            .forEach(n -> log.append("generic", w + "-" + n, NOON, "body"))))
                    .toList();
            var reading = startReaders(threads, 2, () -> readOne(read), writers * rowsEach);
            for (var writer : writing) {
                writer.get();
            }
            for (var reader : reading) {
                reader.get();
            }
        }
        assertThat(read)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, writers * rowsEach).boxed().toList());
    }

    private static List<Future<?>> startReaders(ExecutorService threads, int many, Callable<Long> readOne, long until) {
        var reading = new ArrayList<Future<?>>();
        for (var n = 0; n < many; n++) {
            reading.add(threads.submit(() -> {
                var position = 0L;
                while (position < until) {
                    position = readOne.call();
                }
                return position;
            }));
        }
        return reading;
    }

    private long readOne(List<Long> read) {
        var cursor = log.cursor(READER);
        var next = log.after(cursor, 1);
        if (!next.isEmpty()) {
            readOne(cursor, next.getFirst().number(), read);
        }
        return cursor;
    }

    private void readOne(long cursor, long number, List<Long> read) {
        try {
            transaction.executeWithoutResult(status -> {
                if (log.moveOn(READER, cursor, number)) {
                    // The cursor is locked from here to the commit, so nobody else adds meanwhile.
                    read.add(number);
                }
            });
        } catch (DuplicateKeyException anotherReaderWasFirst) {
            // It shows as a cursor further on.
        }
    }

    private static void takeTheNextNumber(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("update alert_log_end set number = number + 1");
            statement.execute("insert into alert_log (number, source, received_at, body)"
                    + " select number, 'generic', current_timestamp, 'first' from alert_log_end");
        }
    }
}
