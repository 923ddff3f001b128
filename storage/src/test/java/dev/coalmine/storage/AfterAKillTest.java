package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** H2's file stands in for a database that loses its process: what was committed is there, numbers go on. */
class AfterAKillTest {

    private static final String DECLARE = """
        insert into incident (version, title, severity, stage, kind, noticed_by, restricted, attended,
        channel_gone, declared_at, detected_at) values (0, 'Checkout is down', 'SEV_3', 'TRIAGE', 'INCIDENT',
        'PERSON', false, true, false, current_timestamp, current_timestamp)\
        """;

    private final String url = OnH2Test.newDatabase();

    @Test
    void whatWasCommittedSurvivesAndNumbersAreNotReused() throws SQLException {
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        var first = declareAndDie();

        try (var connection = DriverManager.getConnection(url)) {
            assertThat(number(connection, "select max(number) from incident")).isEqualTo(first);
            connection.createStatement().execute("delete from incident");
        }
        assertThat(declareAndDie()).isGreaterThan(first);
    }

    private long declareAndDie() throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(DECLARE);
            var declared = number(connection, "select max(number) from incident");
            connection.createStatement().execute("shutdown immediately");
            return declared;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        var row = connection.createStatement().executeQuery(sql);
        row.next();
        return row.getLong(1);
    }
}
