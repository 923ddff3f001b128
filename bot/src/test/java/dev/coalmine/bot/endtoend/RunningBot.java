package dev.coalmine.bot.endtoend;

import static java.util.Objects.requireNonNull;

import dev.coalmine.bot.BotApplication;
import dev.coalmine.bot.slack.Manifest;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole bot beside a sandbox, both in this process, both on free ports. */
final class RunningBot implements AutoCloseable {

    static final String PAGERDUTY_SECRET = "pagerduty-test-secret";
    static final String ALERTMANAGER_TOKEN = "alertmanager-test-token";
    static final String GENERIC_TOKEN = "generic-test-token";
    static final String LAUNCHES_TOKEN = "launches-test-token";
    static final String CHANGES_TOKEN = "changes-test-token";
    static final String API_TOKEN = "api-test-token";

    @Nullable
    private static RunningBot shared;

    private final @Nullable Sandbox sandbox;
    private final ConfigurableApplicationContext application;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningBot(@Nullable Sandbox sandbox, ConfigurableApplicationContext application) {
        this.sandbox = sandbox;
        this.application = application;
    }

    /** One for all stories; it ends with the tests. */
    static synchronized RunningBot shared() {
        var running = shared;
        if (running == null) {
            running = start(h2());
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return running;
    }

    /** A bot of one's own on the given database, in a workspace of its own. */
    static RunningBot start(String databaseUrl) {
        return start(databaseUrl, Map.of());
    }

    /** The same with {@code more} settings in place of the usual ones. */
    static RunningBot start(String databaseUrl, Map<String, String> more) {
        return start(Sandbox.start(SandboxSettings.forTest()), databaseUrl, more);
    }

    /** A bot in that workspace; {@code more} settings replace the usual ones. */
    static RunningBot start(Sandbox sandbox, String databaseUrl, Map<String, String> more) {
        var settings = settings(sandbox.apiUrl(), databaseUrl);
        settings.putAll(more);
        var application = run(settings);
        sandbox.install(application.getBean(Manifest.class).json());
        return new RunningBot(sandbox, application);
    }

    /** A bot whose workspace is away; it comes to {@code port}, if ever. */
    static RunningBot startWithoutSlack(int port) {
        return new RunningBot(null, run(settings("http://localhost:%d/api/".formatted(port), h2())));
    }

    /** The workspace comes to where the bot has been waiting for it. */
    RunningBot meetingSlackAt(int port) {
        var sandbox = Sandbox.start(SandboxSettings.forTest().withPort(port));
        sandbox.install(application.getBean(Manifest.class).json());
        return new RunningBot(sandbox, application);
    }

    /** Another replica: in the same workspace, on the same database. */
    RunningBot joinedBy(String databaseUrl, Map<String, String> more) {
        return start(sandbox(), databaseUrl, more);
    }

    /** Ends the bot and leaves the workspace to the others. */
    void leave() {
        application.close();
    }

    /** The same workspace and database, after the bot was away. */
    RunningBot restarted(String databaseUrl) {
        application.close();
        return start(sandbox(), databaseUrl, Map.of());
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigurableApplicationContext run(Map<String, String> settings) {
        return new SpringApplicationBuilder(BotApplication.class)
                .run(settings.entrySet().stream()
                        .map(it -> "--%s=%s".formatted(it.getKey(), it.getValue()))
                        .toArray(String[]::new));
    }

    private static Map<String, String> settings(String apiUrl, String databaseUrl) {
        var settings = new HashMap<String, String>();
        settings.put("server.port", "0");
        settings.put("spring.datasource.url", databaseUrl);
        settings.put("spring.config.import", "classpath:example.yaml");
        settings.put("slack.bot-token", SandboxSettings.DEFAULT_BOT_TOKEN);
        settings.put("slack.app-token", SandboxSettings.DEFAULT_APP_TOKEN);
        settings.put("slack.signing-secret", SandboxSettings.DEFAULT_SIGNING_SECRET);
        settings.put("slack.api-url", apiUrl);
        settings.put("spring.quartz.properties.org.quartz.jobStore.class", SeparateJobStore.class.getName());
        // What is to happen at once happens when Quartz looks next.
        settings.put("spring.quartz.properties.org.quartz.scheduler.idleWaitTime", "1000");
        settings.put("coalmine.heartbeats.look-every", "500ms");
        // All stories together open more channels in a minute than Slack allows.
        settings.put("slack.rates.times", "100");
        settings.put("coalmine.hooks.pagerduty.secrets", PAGERDUTY_SECRET);
        settings.put("coalmine.hooks.alertmanager.token", ALERTMANAGER_TOKEN);
        settings.put("coalmine.hooks.generic.token", GENERIC_TOKEN);
        settings.put("coalmine.hooks.launches.token", LAUNCHES_TOKEN);
        settings.put("coalmine.hooks.changes.token", CHANGES_TOKEN);
        settings.put("coalmine.api.token", API_TOKEN);
        return settings;
    }

    /** A fresh H2 database in a file, set up as in production. */
    static String h2() {
        try {
            return h2(Files.createTempDirectory("coalmine-test").resolve("coalmine"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String h2(Path file) {
        return "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(file);
    }

    Sandbox sandbox() {
        return requireNonNull(sandbox, "there is no workspace yet");
    }

    ConfigurableApplicationContext application() {
        return application;
    }

    String url() {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path)).POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** The record of an incident, as programs fetch it. */
    String record(long incident, String ending) {
        return get(
                        "/incidents/%d/timeline.%s".formatted(incident, ending),
                        Map.of("Authorization", "Bearer " + API_TOKEN))
                .body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
