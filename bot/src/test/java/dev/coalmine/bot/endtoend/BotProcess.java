package dev.coalmine.bot.endtoend;

import dev.coalmine.bot.BotApplication;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.script.Eventually;
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

/** The bot in a process of its own, so that it can be killed. Database and sandbox outlive it. */
final class BotProcess {

    private static final Duration START = Duration.ofSeconds(90);

    private final Sandbox sandbox;
    private final Path folder;
    private final int port;
    private final List<String> more;
    private Process process;

    private BotProcess(Sandbox sandbox, Path folder, int port, List<String> more, Process process) {
        this.sandbox = sandbox;
        this.folder = folder;
        this.port = port;
        this.more = more;
        this.process = process;
    }

    /** With {@code more} settings beside the usual ones. */
    static BotProcess start(Sandbox sandbox, Path folder, String... more) throws Exception {
        var port = freePort();
        var bot = new BotProcess(sandbox, folder, port, List.of(more), launch(sandbox, folder, port, List.of(more)));
        bot.awaitReady();
        return bot;
    }

    /** SIGKILL: no shutdown hook, no flushing, no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
    }

    void startAgain() throws Exception {
        process = launch(sandbox, folder, port, more);
        awaitReady();
    }

    String url() {
        return "http://localhost:" + port;
    }

    String get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + RunningBot.API_TOKEN)
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void awaitReady() throws Exception {
        var patience = START.toMillis() / 100;
        for (var i = 0L; i < patience && !isReady(); i++) {
            if (!process.isAlive()) {
                throw new AssertionError("the bot did not start:\n" + Files.readString(folder.resolve("bot.log")));
            }
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        Eventually.passes(() -> {
            if (!sandbox.script().connected()) {
                throw new AssertionError("the bot is not connected");
            }
        });
    }

    private boolean isReady() throws InterruptedException {
        var health = HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process launch(Sandbox sandbox, Path folder, int port, List<String> more) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BotApplication.class.getName(),
                "--server.port=" + port,
                "--spring.datasource.url=" + RunningBot.h2(folder.resolve("coalmine")),
                "--slack.bot-token=" + sandbox.botToken(),
                "--slack.app-token=" + sandbox.appToken(),
                "--slack.api-url=" + sandbox.apiUrl(),
                "--coalmine.hooks.generic.token=" + RunningBot.GENERIC_TOKEN,
                "--coalmine.api.token=" + RunningBot.API_TOKEN));
        command.addAll(more);
        var log = folder.resolve("bot.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
