package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Prometheus Alertmanager, where one is installed, that tells a webhook of the alerts it is given. */
public final class RealAlertmanager implements AutoCloseable {

    private static final Duration STARTING = Duration.ofSeconds(20);

    private final Process process;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    private RealAlertmanager(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** The binary, named by the system's packages as here or as upstream. */
    public static Optional<Path> binary() {
        return Stream.of("/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager", "/usr/bin/alertmanager")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one that knows one receiver, at this webhook with this token; its files lie in the folder. */
    public static RealAlertmanager telling(URI webhook, String token, Path folder) throws Exception {
        var address = URI.create("http://127.0.0.1:" + freePort());
        Files.writeString(folder.resolve("token"), token + "\n");
        Files.writeString(folder.resolve("alertmanager.yml"), configuration(webhook, folder.resolve("token")));
        var process = new ProcessBuilder(
                        binary().orElseThrow().toString(),
                        "--config.file=" + folder.resolve("alertmanager.yml"),
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address.getAuthority(),
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        var started = new RealAlertmanager(process, address);
        started.awaitReady(folder);
        return started;
    }

    /** Alert and labels as Prometheus would send them. */
    public void fires(String alertname, String service, Instant since) throws Exception {
        post(alertname, service, since, since.plus(Duration.ofHours(1)));
    }

    public void ends(String alertname, String service, Instant since, Instant end) throws Exception {
        post(alertname, service, since, end);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private void post(String alertname, String service, Instant since, Instant until) throws Exception {
        var body = """
            [{"labels":{"alertname":"%s","service":"%s","severity":"critical"},
              "annotations":{"summary":"%s in %s","runbook_url":"https://wiki.example/%s"},
              "startsAt":"%s","endsAt":"%s","generatorURL":"http://prometheus.example/graph"}]\
            """.formatted(alertname, service, alertname, service, alertname, since, until);
        var request = HttpRequest.newBuilder(address.resolve("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    /** As docs/hooks.md has it, but for waiting times that suit a test. */
    private static String configuration(URI webhook, Path token) {
        return """
            route:
              receiver: coalmine
              group_by: [alertname, service]
              group_wait: 0s
              group_interval: 1s
              repeat_interval: 4h
            receivers:
              - name: coalmine
                webhook_configs:
                  - url: %s
                    send_resolved: true
                    http_config:
                      authorization:
                        type: Bearer
                        credentials_file: %s
            """.formatted(webhook, token);
    }

    private void awaitReady(Path folder) throws Exception {
        var ready = HttpRequest.newBuilder(address.resolve("/-/ready")).build();
        var deadline = System.nanoTime() + STARTING.toNanos();
        while (!answers(ready)) {
            assertThat(process.isAlive() && System.nanoTime() < deadline)
                    .as(() -> "Alertmanager starts: " + log(folder))
                    .isTrue();
            Thread.sleep(100);
        }
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String log(Path folder) {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException none) {
            return "no log";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
