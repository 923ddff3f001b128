package dev.coalmine.storage.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;
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

    /** The folder of the migrations that are for this database only. */
    abstract String vendor();

    @BeforeEach
    void openTheLog() {
        database = emptyDatabase();
        migrate("latest");
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        log = newLog();
        log.begin(READER);
    }

    @AfterEach
    void closeTheLog() {
        log.close();
    }

    @Test
    void whatIsAppendedIsReadAsItCame() throws Exception {
        var body = "{\"title\":\"λ 😀 ' \\u0000 \"}" + "x".repeat(300_000);
        var first = log.append("pagerduty", "d-1", NOON, body).get();
        var second = log.append("generic", null, NOON, "").get();

        assertThat(log.after(first - 1, 1)).containsExactly(new LoggedAlert(first, "pagerduty", "d-1", NOON, body));
        assertThat(log.after(second - 1, 10)).containsExactly(new LoggedAlert(second, "generic", null, NOON, ""));
        assertThat(log.size()).isEqualTo(2);
    }

    @Test
    void nulAndOverlongIdsAreNoReasonToRefuse() throws Exception {
        var number = log.append("generic", "\0" + "d".repeat(500), NOON, "a\0b").get();
        var row = log.after(number - 1, 1).getFirst();
        assertThat(row.body()).isEqualTo("a\uFFFDb");
        assertThat(row.delivery()).hasSize(200);
    }

    @Test
    void whatIsAppendedStaysEvenIfTheCallersTransactionDoesNot() {
        transaction.executeWithoutResult(status -> {
            log.append("generic", null, NOON, "kept").join();
            status.setRollbackOnly();
        });
        assertThat(log.size()).isEqualTo(1);
    }

    @Test
    void anAppendThatFailsLeavesNoGap() {
        for (var n = 0; n < 8; n++) {
            log.append("generic", null, NOON, "kept").join();
            assertThatThrownBy(() ->
                            log.append("s".repeat(41), null, NOON, "fails").join())
                    .isInstanceOf(CompletionException.class);
        }
        assertThat(log.size()).isEqualTo(8);
        assertThatNumbersHaveNoGaps();
    }

    @Test
    void manyAppendToTwoLogsAtOnceAndNumbersHaveNoGaps() throws Exception {
        var other = newLog();
        var rows = IntStream.range(0, 2_000)
                .mapToObj(n -> (n % 2 == 0 ? log : other).append("generic", "d-" + n, NOON, "body " + n))
                .toList();
        var numbers = new ArrayList<Long>();
        for (var row : rows) {
            numbers.add(row.get(20, TimeUnit.SECONDS));
        }
        other.close();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(log.size()).isEqualTo(2_000);
        assertThatNumbersHaveNoGaps();
        assertThat(log.after(numbers.get(77) - 1, 1).getFirst().body()).isEqualTo("body 77");
    }

    @Test
    void whileNobodyElseWritesAllStaysInOrder() {
        for (var n = 0; n < 8; n++) {
            append("body");
        }
        assertThat(log.ends()).extracting(Place::nth).containsExactly(8L, 0L, 0L, 0L);
    }

    @Test
    void twoThatWriteAtOncePartWays() throws Exception {
        try (var slow = database.getConnection()) {
            takeTheNextNumberOfPart(slow, 0);
            append("beside");
            slow.commit();
        }
        append("beside");
        assertThat(log.ends()).extracting(Place::nth).containsExactly(1L, 2L, 0L, 0L);
    }

    @Test
    void whatIsWaitingWhenTheLogIsClosedIsKept() {
        var rows = IntStream.range(0, 700)
                .mapToObj(n -> log.append("generic", null, NOON, "body"))
                .toList();
        log.close();

        assertThat(rows).allMatch(CompletableFuture::isDone);
        assertThat(log.size()).isEqualTo(700);
        assertThatThrownBy(() -> log.append("generic", null, NOON, "late")).isInstanceOf(Overloaded.class);
    }

    @Test
    void whatIsTooMuchIsRefusedAtOnceAndTheRestIsKept() throws Exception {
        try (var stuck = holdEveryEnd()) {
            var kept = new ArrayList<CompletableFuture<Long>>();
            assertThatThrownBy(() -> {
                        for (var n = 0; n < 100_000; n++) {
                            kept.add(log.append("generic", null, NOON, "body"));
                        }
                    })
                    .isInstanceOf(Overloaded.class);
            stuck.rollback();
            for (var row : kept) {
                row.get(10, TimeUnit.SECONDS);
            }
            assertThat(log.size()).isEqualTo(kept.size());
        }
    }

    @Test
    void largeBodiesFillTheQueueSooner() throws Exception {
        try (var stuck = holdEveryEnd()) {
            var body = "x".repeat(5 << 20);
            assertThatThrownBy(() -> {
                        for (var n = 0; n < 20; n++) {
                            log.append("generic", null, NOON, body).isDone();
                        }
                    })
                    .isInstanceOf(Overloaded.class);
            stuck.rollback();
        }
    }

    @Test
    void aDatabaseThatIsStuckIsNotWaitedForByThoseBehind() throws Exception {
        try (var stuck = holdEveryEnd()) {
            var first = log.append("generic", null, NOON, "refused");
            var second = log.append("generic", null, NOON, "refused too");
            assertThatThrownBy(first::join).isInstanceOf(CompletionException.class);
            assertThatThrownBy(second::join).isInstanceOf(CompletionException.class);
            stuck.rollback();
        }
        assertThat(log.append("generic", null, NOON, "kept").join()).isPositive();
        assertThat(log.size()).isEqualTo(1);
    }

    @Test
    void noNumberBecomesVisibleBeforeASmallerOneOfItsPart() throws Exception {
        try (var slow = database.getConnection()) {
            takeTheNextNumberOfPart(slow, 0);
            for (var n = 0; n < 4; n++) {
                assertThat(Place.of(log.append("generic", null, NOON, "beside").join())
                                .part())
                        .isNotZero();
            }
            assertThat(log.after(0, 10)).isEmpty();
            slow.commit();
        }
        assertThat(log.after(0, 10)).extracting(LoggedAlert::body).containsExactly("first");
        assertThatNumbersHaveNoGaps();
    }

    @Test
    void theCursorMovesWithItsTransactionOrNotAtAll() {
        var row = append("kept");
        assertThat(log.unread(READER)).containsExactly(new Place(row.part(), 0));
        transaction.executeWithoutResult(status -> {
            log.hold(READER, row.part());
            log.moveOn(READER, row.number());
            status.setRollbackOnly();
        });
        assertThat(log.unread(READER)).containsExactly(new Place(row.part(), 0));
        assertThat(log.backlog(READER)).isEqualTo(new Backlog(1, Optional.of(NOON)));
        transaction.executeWithoutResult(status -> {
            log.hold(READER, row.part());
            log.moveOn(READER, row.number());
        });
        assertThat(log.unread(READER)).isEmpty();
        assertThat(log.unread("intake")).containsExactly(new Place(row.part(), 0));
        assertThat(log.backlog(READER)).isEqualTo(new Backlog(0, Optional.empty()));
    }

    @Test
    void aPartIsReadByOneAtATimeAndTheOthersGoOn() {
        transaction.executeWithoutResult(status -> {
            assertThat(log.hold(READER, 1)).contains(new Place(1, 0));
            assertThat(elsewhere(() -> log.hold(READER, 1))).isEmpty();
            assertThat(elsewhere(() -> log.hold(READER, 2))).contains(new Place(2, 0));
            assertThat(elsewhere(() -> log.hold("intake", 1))).contains(new Place(1, 0));
        });
        assertThat(elsewhere(() -> log.hold(READER, 1))).contains(new Place(1, 0));
    }

    @Test
    void aReaderThatDiesLosesItsPartAndLeavesNothing() throws Exception {
        var row = append("kept");
        try (var dying = database.getConnection()) {
            dying.setAutoCommit(false);
            try (var statement = dying.createStatement()) {
                statement.execute("select number from alert_reading where part = %d for update".formatted(row.part()));
                statement.execute("update alert_reading set number = number + 1 where part = %d".formatted(row.part()));
            }
            assertThat(elsewhere(() -> log.hold(READER, row.part()))).isEmpty();
            dying.unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException dead) {
            // As it should be.
        }
        await().untilAsserted(() ->
                assertThat(elsewhere(() -> log.hold(READER, row.part()))).contains(new Place(row.part(), 0)));
    }

    @Test
    void whatIsSetAsideIsListedWithItsReasonAndCanBeHadAgain() {
        var row = append("poison");
        log.setAside(READER, row.number(), "because\0" + "!".repeat(2_000), NOON);
        assertThat(log.setAside(READER, 10)).singleElement().satisfies(aside -> {
            assertThat(aside.place()).isEqualTo(row);
            assertThat(aside.source()).isEqualTo("generic");
            assertThat(aside.reason()).startsWith("because").hasSize(1_000);
            assertThat(aside.at()).isEqualTo(NOON);
        });
        assertThat(log.setAside("another", 10)).isEmpty();

        var again = inTransaction(() -> log.again(READER, row)).orElseThrow();
        assertThat(log.after(again.number() - 1, 1))
                .containsExactly(new LoggedAlert(again.number(), "generic", "d", NOON, "poison"));
        assertThat(log.setAside(READER, 10)).isEmpty();
        assertThat(inTransaction(() -> log.again(READER, row))).isEmpty();
        assertThatNumbersHaveNoGaps();
    }

    @Test
    void manyAppendAndManyReadAndEveryRowIsReadOnce() throws Exception {
        var rows = 500;
        var read = new ConcurrentLinkedQueue<Long>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = IntStream.range(0, 3)
                    .mapToObj(r -> threads.submit(() -> readUntil(rows, read)))
                    .toList();
            for (var n = 0; n < rows; n++) {
                log.append("generic", "d-" + n, NOON, "body").join();
            }
            for (var reader : readers) {
                reader.get();
            }
        }
        assertThat(read).hasSize(rows).doesNotHaveDuplicates();
    }

    @Test
    void whatWasKeptBeforeThereWerePartsIsReadOnFromWhereItWas() throws Exception {
        database = emptyDatabase();
        migrate("20");
        jdbc = JdbcClient.create(database);
        jdbc.sql("update alert_log_end set number = 2").update();
        jdbc.sql("insert into alert_cursor (consumer, number) values ('intake', 1)")
                .update();
        for (var n = 1; n <= 2; n++) {
            jdbc.sql("insert into alert_log (number, source, received_at, body)"
                            + " values (?, 'generic', current_timestamp, 'old')")
                    .param(n)
                    .update();
        }
        migrate("latest");
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        try (var migrated = newLog()) {
            assertThat(migrated.cursors("intake"))
                    .containsExactly(new Place(0, 1), new Place(1, 0), new Place(2, 0), new Place(3, 0));
            assertThat(migrated.ends().getFirst()).isEqualTo(new Place(0, 2));
            for (var n = 0; n < 4; n++) {
                migrated.append("generic", null, NOON, "new").join();
            }
            assertThat(migrated.after(1, 10)).extracting(LoggedAlert::number).containsExactly(2L, 3L, 4L, 5L, 6L);
        }
    }

    private Object readUntil(int rows, Queue<Long> read) throws InterruptedException {
        while (read.size() < rows) {
            Thread.sleep(1);
            for (var place : log.unread(READER)) {
                transaction.executeWithoutResult(status -> log.hold(READER, place.part())
                        .map(held -> log.after(held.number(), 7))
                        .filter(next -> !next.isEmpty())
                        .ifPresent(next -> {
                            log.moveOn(READER, next.getLast().number());
                            next.forEach(row -> read.add(row.number()));
                        }));
            }
        }
        return read;
    }

    private void assertThatNumbersHaveNoGaps() {
        for (var end : log.ends()) {
            assertThat(log.after(new Place(end.part(), 0).number(), 10_000))
                    .extracting(row -> row.place().nth())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, end.nth()).boxed().toList());
        }
    }

    private Place append(String body) {
        return Place.of(log.append("generic", "d", NOON, body).join());
    }

    private AlertLog newLog() {
        return new AlertLog(new JdbcTemplate(database));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /** In a transaction of its own, on another thread. */
    private <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> inTransaction(work)).join();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor())
                .target(version)
                .load()
                .migrate();
    }

    /** As a writer that hangs in the middle of it. */
    private Connection holdEveryEnd() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("update alert_part set number = number");
        }
        return connection;
    }

    private static void takeTheNextNumberOfPart(Connection connection, int part) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("update alert_part set number = number + 1 where part = " + part);
            statement.execute("insert into alert_log (number, source, received_at, body)"
                    + " select number, 'generic', current_timestamp, 'first' from alert_part where part = " + part);
        }
    }
}
