package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.script.Eventually;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database that is not there yet, that goes away, and that comes back. */
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String LIVENESS = "/actuator/health/liveness";

    private final int port = RunningBot.freePort();

    @TempDir
    private Path folder;

    @Test
    void aStartWaitsForItAndReadinessFollowsItWhileLivenessDoesNot(CapturedOutput log) throws Exception {
        var starting = CompletableFuture.supplyAsync(() -> bot("2m"));
        Eventually.passes(() -> assertThat(log).contains("The database does not answer yet, trying again"));
        assertThat(log).doesNotContain("\tat ");
        var server = database();

        try (var coalmine = starting.get()) {
            assertThat(status(coalmine, READINESS)).isEqualTo(200);
            server.close();
            assertThat(status(coalmine, READINESS)).isEqualTo(503);
            assertThat(coalmine.get(READINESS, Map.of()).body()).contains("OUT_OF_SERVICE");
            assertThat(status(coalmine, LIVENESS)).isEqualTo(200);

            try (var _ = database()) {
                Eventually.passes(() -> assertThat(status(coalmine, READINESS)).isEqualTo(200));
            }
        }
    }

    @Test
    void aStartWithoutItEndsWithALine(CapturedOutput log) {
        assertThatThrownBy(() -> bot("0s")).hasRootCauseMessage("Connection refused");

        assertThat(log).contains("The database did not answer within 0 s (coalmine.database.patience): Connection to");
        assertThat(withoutTimers(log)).doesNotContain("\tat ").doesNotContain("java.base/", "Error creating bean");
    }

    /** Without what timers of bots that other stories have stopped say as they end. */
    private static String withoutTimers(CapturedOutput log) {
        return log.getAll().replaceAll("(?m)^\\S+ +ERROR .*_Worker-\\d+].*\\R(?:(?!\\d{4}-\\d\\d-).*\\R)*", "");
    }

    @Test
    void whatWaitingDoesNotMendIsSaidAtOnce(CapturedOutput log) throws Exception {
        try (var _ = database()) {
            assertThatThrownBy(() -> bot(url("nowhere"), "2m")).hasStackTraceContaining("nowhere");
        }

        assertThat(log).contains("The database cannot be used: FATAL: database \"nowhere\" does not exist");
    }

    /** Otherwise a replica that hangs would keep its locks, and all that wait for them, for as long as it hangs. */
    @Test
    void aTransactionThatHangsIsEndedAndALockIsNotWaitedForWithoutEnd() throws Exception {
        try (var _ = database();
                var coalmine = bot("2m")) {
            var session = coalmine.application().getBean(JdbcClient.class);

            assertThat(shown(session, "idle_in_transaction_session_timeout")).isEqualTo("30s");
            assertThat(shown(session, "lock_timeout")).isEqualTo("10s");
        }
    }

    private static String shown(JdbcClient session, String setting) {
        return session.sql("show " + setting).query(String.class).single();
    }

    private static int status(RunningBot coalmine, String path) {
        return coalmine.get(path, Map.of()).statusCode();
    }

    private RunningBot bot(String patience) {
        return bot(url("postgres"), patience);
    }

    private static RunningBot bot(String url, String patience) {
        var sandbox = Sandbox.start(SandboxSettings.forTest());
        try {
            return RunningBot.start(sandbox, url, Map.of("coalmine.database.patience", patience));
        } catch (RuntimeException failed) {
            sandbox.close();
            throw failed;
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port, database);
    }

    private EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .start();
    }
}
