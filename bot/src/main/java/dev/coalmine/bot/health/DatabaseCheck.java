package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the record can be reached, and how fast. */
@Component
class DatabaseCheck implements Check {

    // A question of this kind takes a few milliseconds; a command asks some twenty, and has three seconds.
    private static final Duration SLOW = Duration.ofMillis(100);

    private final JdbcClient database;
    private final Clock clock;

    DatabaseCheck(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding look() {
        var began = clock.instant();
        var version = database.sql("select version from flyway_schema_history where success and version is not null"
                        + " order by installed_rank desc limit 1")
                .query(String.class)
                .single();
        var took = Duration.between(began, clock.instant());
        return took.compareTo(SLOW) > 0
                ? new Finding.Notice(
                        "is slow: a small question took %d ms".formatted(took.toMillis()),
                        "see what else its machine does, and whether the network to it is well")
                : new Finding.Well("answers, schema version " + version);
    }
}
