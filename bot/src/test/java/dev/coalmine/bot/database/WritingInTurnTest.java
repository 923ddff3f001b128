package dev.coalmine.bot.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WritingInTurnTest {

    private WritingInTurn database = database(Duration.ofSeconds(30));

    @BeforeEach
    void begin() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop all objects");
            statement.execute("create table note (words varchar primary key)");
        }
    }

    @Test
    void whoWritesWaitsUntilTheOneBeforeHasCommitted() throws Exception {
        try (var first = transaction()) {
            write(first, "first");
            var second = CompletableFuture.runAsync(() -> writeAndCommit("second"));
            assertThat(second).as("while the first writes").isNotDone();
            Thread.sleep(200);
            assertThat(second).as("while the first is not committed").isNotDone();
            first.commit();
            assertThat(second).succeedsWithin(10, TimeUnit.SECONDS);
        }
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void whatIsRolledBackOrGivenBackMakesRoomAsWell() throws Exception {
        try (var first = transaction()) {
            write(first, "first");
            first.rollback();
            assertThat(CompletableFuture.runAsync(() -> writeAndCommit("second")))
                    .succeedsWithin(10, TimeUnit.SECONDS);
            write(first, "third");
        }
        assertThat(CompletableFuture.runAsync(() -> writeAndCommit("fourth"))).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Test
    void toUndoAPartIsNotYetTheEnd() throws Exception {
        try (var first = transaction()) {
            var before = first.setSavepoint();
            write(first, "first");
            first.rollback(before);
            var second = CompletableFuture.runAsync(() -> writeAndCommit("second"));
            Thread.sleep(200);
            assertThat(second).isNotDone();
            first.commit();
            assertThat(second).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whoReadsWaitsForNobody() throws Exception {
        try (var first = transaction()) {
            write(first, "first");
            assertThat(CompletableFuture.supplyAsync(this::notes))
                    .succeedsWithin(10, TimeUnit.SECONDS)
                    .isEqualTo(0);
        }
    }

    @Test
    void toLockARowIsToWrite() throws Exception {
        try (var first = transaction()) {
            first.prepareStatement("SELECT words FROM note\nFOR UPDATE").executeQuery();
            var second = CompletableFuture.runAsync(() -> writeAndCommit("second"));
            Thread.sleep(200);
            assertThat(second).isNotDone();
            first.commit();
            assertThat(second).succeedsWithin(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aThreadMayWriteThroughTwoConnections() throws Exception {
        try (var outer = transaction();
                var inner = transaction()) {
            write(outer, "outer");
            write(inner, "inner");
            inner.commit();
            outer.commit();
        }
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void whoHasWaitedForTooLongIsRefused() throws Exception {
        database = database(Duration.ofMillis(200));
        try (var first = transaction()) {
            write(first, "first");
            assertThatThrownBy(CompletableFuture.runAsync(() -> writeAndCommit("second"))::join)
                    .isInstanceOf(CompletionException.class)
                    .hasRootCauseInstanceOf(SQLTimeoutException.class);
            first.commit();
        }
        assertThat(notes()).isEqualTo(1);
    }

    @Test
    void whatFailsFailsAsItWould() throws Exception {
        writeAndCommit("first");
        try (var connection = transaction()) {
            assertThatThrownBy(() -> write(connection, "first"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Unique index");
        }
    }

    private static WritingInTurn database(Duration patience) {
        var h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:turn;MODE=PostgreSQL;DB_CLOSE_DELAY=-1");
        return new WritingInTurn(h2, patience);
    }

    private Connection transaction() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void write(Connection connection, String words) throws SQLException {
        try (var insert = connection.prepareStatement("insert into note (words) values (?)")) {
            insert.setString(1, words);
            insert.executeUpdate();
        }
    }

    private void writeAndCommit(String words) {
        try (var connection = transaction()) {
            write(connection, words);
            connection.commit();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private int notes() {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement("select count(*) from note");
                var row = count.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
