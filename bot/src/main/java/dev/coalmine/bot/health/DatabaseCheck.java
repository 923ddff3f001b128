package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the record can be written. */
@Component
class DatabaseCheck implements Check {

    private final JdbcClient database;

    DatabaseCheck(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding look() {
        var version = database.sql("select max(version) from flyway_schema_history where success")
                .query(String.class)
                .single();
        return new Finding.Well("answers, schema version " + version);
    }
}
