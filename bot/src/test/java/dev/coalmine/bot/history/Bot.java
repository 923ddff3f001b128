package dev.coalmine.bot.history;

import dev.coalmine.bot.BotApplication;
import dev.coalmine.sandbox.script.Script;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The bot with its sandbox in a process of its own, on a database that may have a past. */
final class Bot implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final int port;
    private final Script sandbox;
    private final double startSeconds;

    private Bot(Process process, int port, Script sandbox, double startSeconds) {
        this.process = process;
        this.port = port;
        this.sandbox = sandbox;
        this.startSeconds = startSeconds;
    }

    /** Returns when it says that it is ready. */
    static Bot start(String database, Path folder) throws Exception {
        var port = freePort();
        var sandbox = freePort();
        var began = System.nanoTime();
        var process = launch(database, folder, port, sandbox);
        awaitReady(process, port, folder);
        var seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
        return new Bot(process, port, new Script("http://localhost:" + sandbox), seconds);
    }

    Script sandbox() {
        return sandbox;
    }

    double startSeconds() {
        return startSeconds;
    }

    /** Objects that live, after a collection; in megabytes. */
    double liveMegabytes() throws Exception {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var pid = Long.toString(process.pid());
        new ProcessBuilder(jcmd, pid, "GC.run").start().waitFor();
        var heap = new ProcessBuilder(jcmd, pid, "GC.heap_info").start();
        var used = Pattern.compile("used (\\d+)K")
                .matcher(new String(heap.getInputStream().readAllBytes()));
        return used.find() ? Double.parseDouble(used.group(1)) / 1_024 : 0;
    }

    String get(String path) throws IOException, InterruptedException {
        return client().send(request(port, path), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Process launch(String database, Path folder, int port, int sandbox) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BotApplication.class.getName(),
                "--server.port=" + port,
                "--spring.datasource.url=" + database,
                "--coalmine.api.token=" + HistoryRun.TOKEN));
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("bot.log").toFile()));
        builder.environment().put("SANDBOX_PORT", Integer.toString(sandbox));
        builder.environment().put("SANDBOX_DATA", folder.resolve("sandbox").toString());
        return builder.start();
    }

    private static void awaitReady(Process process, int port, Path folder) throws Exception {
        var deadline = System.nanoTime() + START.toNanos();
        while (!isReady(port)) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new AssertionError("The bot did not start:\n" + Files.readString(folder.resolve("bot.log")));
            }
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(int port) throws InterruptedException {
        try {
            return client().send(request(port, "/actuator/health/readiness"), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + HistoryRun.TOKEN)
                .build();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
