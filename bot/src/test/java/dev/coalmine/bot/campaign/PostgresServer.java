package dev.coalmine.bot.campaign;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** A PostgreSQL server that can be stopped and started with its data and its port. */
final class PostgresServer implements Database {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private PostgresServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = run();
    }

    static PostgresServer started(Path data) throws IOException {
        return new PostgresServer(data, Ports.free(1).getFirst());
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                // Embedded, it would be off, and a crash take back what was committed.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "32MB")
                .setPGStartupWait(Duration.ofSeconds(30))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Override
    public String url() {
        return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
    }

    @Override
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public void stop(Stop how) throws Exception {
        if (how == Stop.IMMEDIATE) {
            signal("QUIT");
        }
        server.close();
    }

    /** What {@code pg_ctl stop -m immediate} does. */
    private void signal(String what) throws Exception {
        var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
        new ProcessBuilder("kill", "-" + what, pid).start().waitFor();
        for (var i = 0; i < 100 && Files.exists(data.resolve("postmaster.pid")); i++) {
            Thread.sleep(20);
        }
    }

    @Override
    public void start() throws Exception {
        server = run();
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
