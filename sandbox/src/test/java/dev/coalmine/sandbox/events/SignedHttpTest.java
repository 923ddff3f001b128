package dev.coalmine.sandbox.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.script.Eventually;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way over HTTP, for an app that does not use Socket Mode. */
class SignedHttpTest {

    private record Heard(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String answer = "";
    private HttpServer app;
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/slack/events", this::hear);
        app.start();
        sandbox = Sandbox.start(SandboxSettings.forTest()
                .withEventsUrl(URI.create("http://127.0.0.1:%d/slack/events"
                        .formatted(app.getAddress().getPort())))
                .withRedelivery(List.of(Duration.ZERO, Duration.ofMillis(20), Duration.ofMillis(20))));
    }

    private void hear(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        heard.add(new Heard(Map.copyOf(exchange.getRequestHeaders()), body));
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        sandbox.close();
        app.stop(0);
    }

    @Test
    void slacksOwnVerifierAcceptsTheSignature() {
        sandbox.as("alice").says("general", "hi");
        Eventually.passes(() -> assertThat(heard).isNotEmpty());
        var one = heard.getFirst();
        var verifier = new SlackSignature.Verifier(new SlackSignature.Generator(sandbox.signingSecret()));
        assertThat(verifier.isValid(
                        one.header("X-slack-request-timestamp"), one.body(), one.header("X-slack-signature")))
                .isTrue();
    }

    @Test
    void slacksDocumentedExample() {
        var body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
            + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";
        assertThat(Signature.of("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", body))
                .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
    }

    @Test
    void aRefusedEventComesThreeTimesMore() {
        status = 500;
        sandbox.as("alice").says("general", "hi");
        Eventually.passes(() -> assertThat(heard).hasSize(4));
        assertThat(heard).extracting(it -> it.header("X-slack-retry-num")).containsExactly("", "1", "2", "3");
        assertThat(heard.getLast().header("X-slack-retry-reason")).isEqualTo("http_error");
        assertThat(heard).extracting(Heard::body).containsOnly(heard.getFirst().body());
        Eventually.passes(
                () -> assertThat(sandbox.script().state().path("undelivered").asInt(9))
                        .isZero());
    }

    @Test
    void aCommandComesAsAFormAndMayBeAnsweredInBareText() {
        answer = "all is well";
        assertThat(sandbox.as("alice").types("general", "/incident status").text())
                .isEqualTo("all is well");
        assertThat(heard.getFirst().body()).contains("command=%2Fincident").contains("text=status");
    }

    @Test
    void aBrokenAppIsShownAsSuchAndNotAskedAgain() {
        status = 404;
        assertThat(sandbox.as("alice").types("general", "/incident status").text())
                .contains("dispatch_failed");
        assertThat(heard).hasSize(1);
    }
}
