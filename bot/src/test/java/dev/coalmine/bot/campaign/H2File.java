package dev.coalmine.bot.campaign;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** H2 in a file, set up as in production; it dies with the bot's process. */
final class H2File implements Database {

    private final String url;

    H2File(Path file) {
        this.url =
                "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                        .formatted(file.toAbsolutePath());
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public void stop(Stop how) {
        throw new UnsupportedOperationException("H2 runs within the bot");
    }

    @Override
    public void start() {
        throw new UnsupportedOperationException("H2 runs within the bot");
    }

    @Override
    public void close() {}
}
