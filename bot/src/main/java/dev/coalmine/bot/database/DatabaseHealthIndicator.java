package dev.coalmine.bot.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the record can be written. Answers within some three seconds, also about a database that hangs. */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

    private static final int PATIENCE_SECONDS = 1;

    private final DataSource database;

    DatabaseHealthIndicator(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS)
                    ? Health.up().build()
                    : Health.outOfService().build();
        } catch (SQLException away) {
            return Health.outOfService().build();
        }
    }
}
