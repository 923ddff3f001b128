package dev.coalmine.storage.pages;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** Takes an end, moves it and adds the rows in one statement: one way there and back, however many rows there are. */
final class PostgresLogEnds implements LogEnds {

    private static final String APPEND = """
        with held as (
          select part, number from alert_part order by part <> ?, part fetch first 1 row only for update %s
        ), moved as (
          update alert_part set number = held.number + ? from held where alert_part.part = held.part
        ), kept as (
          insert into alert_log (number, source, delivery, received_at, body)
          select held.number + added.nth, added.source, added.delivery, added.received_at, added.body
          from held, unnest(?, ?, cast(? as timestamptz[]), ?) with ordinality
            as added (source, delivery, received_at, body, nth)
        )
        select number + 1 from held\
        """;
    private static final String WHERE_NOBODY_WRITES = APPEND.formatted("skip locked");
    private static final String AFTER_THE_OTHER = APPEND.formatted("");

    private final JdbcTemplate jdbc;
    private final AtomicInteger part = new AtomicInteger();

    PostgresLogEnds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long append(List<Row> rows) {
        var first = append(WHERE_NOBODY_WRITES, rows)
                .orElseGet(() -> append(AFTER_THE_OTHER, rows).orElseThrow());
        part.set(Place.of(first).part());
        return first;
    }

    private OptionalLong append(String sql, List<Row> rows) {
        PreparedStatementCreator statement = connection -> prepared(connection, sql, rows);
        PreparedStatementCallback<OptionalLong> first = filled -> {
            try (var found = filled.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        };
        return requireNonNull(jdbc.execute(statement, first));
    }

    private PreparedStatement prepared(Connection connection, String sql, List<Row> rows) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(WRITE_SECONDS);
        statement.setInt(1, part.get());
        statement.setInt(2, rows.size());
        statement.setObject(3, texts(rows, Row::source));
        statement.setObject(4, texts(rows, Row::delivery));
        statement.setObject(5, texts(rows, row -> row.receivedAt().toString()));
        statement.setObject(6, texts(rows, Row::body));
        return statement;
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
