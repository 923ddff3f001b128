package dev.coalmine.bot.endtoend;

import dev.coalmine.bot.BotApplication;
import dev.coalmine.bot.slack.Manifest;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole bot beside a sandbox, both in this process, both on free ports. */
final class RunningBot implements AutoCloseable {

    static final String PAGERDUTY_SECRET = "pagerduty-test-secret";
    static final String ALERTMANAGER_TOKEN = "alertmanager-test-token";
    static final String GENERIC_TOKEN = "generic-test-token";
    static final String API_TOKEN = "api-test-token";

    @Nullable
    private static RunningBot shared;

    private final Sandbox sandbox;
    private final ConfigurableApplicationContext application;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningBot(Sandbox sandbox, ConfigurableApplicationContext application) {
        this.sandbox = sandbox;
        this.application = application;
    }

    /** One for all stories; it ends with the tests. */
    static synchronized RunningBot shared() {
        var running = shared;
        if (running == null) {
            running = start(h2(), List.of());
            shared = running;
            Runtime.getRuntime().addShutdownHook(new Thread(running::close));
        }
        return running;
    }

    /** A bot of one's own on the given database. */
    static RunningBot start(String databaseUrl, List<String> more) {
        return start(Sandbox.start(SandboxSettings.forTest()), databaseUrl, more);
    }

    static RunningBot start(Sandbox sandbox, String databaseUrl, List<String> more) {
        var arguments = new ArrayList<String>(List.of(
                "--server.port=0",
                "--spring.datasource.url=" + databaseUrl,
                "--spring.config.import=classpath:example.yaml",
                "--slack.bot-token=" + sandbox.botToken(),
                "--slack.app-token=" + sandbox.appToken(),
                "--slack.signing-secret=" + sandbox.signingSecret(),
                "--slack.api-url=" + sandbox.apiUrl(),
                // All stories together open more channels in a minute than Slack allows.
                "--slack.rates.times=100",
                "--coalmine.hooks.pagerduty.secrets=" + PAGERDUTY_SECRET,
                "--coalmine.hooks.alertmanager.token=" + ALERTMANAGER_TOKEN,
                "--coalmine.hooks.generic.token=" + GENERIC_TOKEN,
                "--coalmine.api.token=" + API_TOKEN));
        arguments.addAll(more);
        var application = new SpringApplicationBuilder(BotApplication.class).run(arguments.toArray(String[]::new));
        sandbox.install(application.getBean(Manifest.class).json());
        return new RunningBot(sandbox, application);
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
        return sandbox;
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
        sandbox.close();
    }
}
