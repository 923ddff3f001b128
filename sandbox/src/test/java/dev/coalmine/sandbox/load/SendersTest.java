package dev.coalmine.sandbox.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SendersTest {

    private final Queue<String> bodies = new ConcurrentLinkedQueue<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private volatile int status = 202;

    @BeforeEach
    void aServerThatKeepsWhatItIsSent() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::keep);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyAlertIsAProblemOfItsOwn() throws InterruptedException {
        var tally = send(Target.generic(settings()), 3);
        var keys = keys(body ->
                body.values().stream().map(alert -> Json.text(alert, "key")).toList());
        assertThat(tally.accepted()).isPositive().isEqualTo(bodies.size());
        assertThat(keys).hasSize(bodies.size() * 3).doesNotHaveDuplicates();
        assertThat(tokens).containsOnly("Bearer load");
    }

    @Test
    void everyGroupOfAnAlertmanagerIsAProblemOfItsOwnWithMembersOfItsOwn() throws InterruptedException {
        send(Target.alertmanagerHook(settings()), 2);
        var groups = keys(body -> List.of(Json.text(body, "groupKey")));
        var members = keys(body -> body.path("alerts").values().stream()
                .map(alert -> Json.text(alert, "fingerprint"))
                .toList());
        assertThat(groups).doesNotHaveDuplicates();
        assertThat(members).hasSize(groups.size() * 2).doesNotHaveDuplicates();
    }

    @Test
    void theAlertmanagerIsToldTheSameOfEachAlert() throws InterruptedException {
        send(Target.alertmanager(settings(), address()), 1);
        var instances = keys(body -> body.values().stream()
                .map(alert -> Json.text(alert.path("labels"), "instance"))
                .toList());
        assertThat(instances).hasSize(bodies.size()).doesNotHaveDuplicates();
    }

    @Test
    void whoeverIsToldToComeAgainWaits() throws InterruptedException {
        status = 503;
        var tally = send(Target.generic(settings()), 1);
        assertThat(tally.accepted()).isZero();
        assertThat(tally.refused()).isEqualTo(2);
    }

    @Test
    void anythingElseIsAFailure() throws InterruptedException {
        status = 400;
        assertThat(send(Target.generic(settings()), 1).failed()).isEqualTo(bodies.size());
    }

    private Tally send(Target target, int group) throws InterruptedException {
        return new Senders(address(), 2).send(target.request(group), group, Duration.ofMillis(300));
    }

    private LoadSettings settings() {
        return LoadSettings.read(List.of("--bot=" + address()));
    }

    private URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private List<String> keys(Function<JsonNode, List<String>> reader) {
        return bodies.stream()
                .map(Json::parse)
                .map(reader)
                .flatMap(List::stream)
                .toList();
    }

    private void keep(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.getResponseHeaders().add("Retry-After", "60");
        // 0 is a body in chunks, as the bot answers.
        exchange.sendResponseHeaders(status, 0);
        exchange.getResponseBody().write("{\"ok\":true}".getBytes(UTF_8));
        exchange.close();
    }
}
