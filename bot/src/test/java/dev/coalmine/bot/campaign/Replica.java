package dev.coalmine.bot.campaign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process of the bot, which can be killed, frozen and started again at the same address. */
final class Replica {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final String name;
    private final Program program;
    private final List<String> settings;
    private final Path log;
    private final int port;

    @Nullable
    private Process process;

    private boolean frozen;

    Replica(String name, int port, Program program, List<String> settings, Path folder) {
        this.name = name;
        this.port = port;
        this.program = program;
        this.settings = settings;
        this.log = folder.resolve("bot-%s.log".formatted(name));
    }

    String name() {
        return name;
    }

    String url() {
        return "http://localhost:" + port;
    }

    Path log() {
        return log;
    }

    /** Does nothing while it runs. */
    synchronized void start() throws IOException {
        if (!alive()) {
            var arguments = new ArrayList<>(settings);
            arguments.add("--server.port=" + port);
            process = program.start(log, arguments);
            frozen = false;
        }
    }

    synchronized boolean alive() {
        return process != null && process.isAlive();
    }

    /** SIGKILL: no shutdown hook, no flushing, no goodbye. */
    synchronized void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** SIGSTOP: it holds all it has, connections and locks, and knows nothing of the time that passes. */
    synchronized void freeze() throws Exception {
        signal("STOP");
        frozen = true;
    }

    synchronized void thaw() throws Exception {
        if (frozen) {
            signal("CONT");
        }
        frozen = false;
    }

    private void signal(String what) throws Exception {
        if (process != null && process.isAlive()) {
            new ProcessBuilder("kill", "-" + what, String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    boolean ready() {
        try {
            return alive() && get("/actuator/health/readiness", LOOK).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits for as long as a large record may take. */
    HttpResponse<String> get(String path, String... headers) throws IOException {
        return get(path, ANSWER, headers);
    }

    private HttpResponse<String> get(String path, Duration longest, String... headers) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).timeout(longest);
        return send(
                headers.length == 0 ? request.build() : request.headers(headers).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }
}
