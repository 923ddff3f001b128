package dev.coalmine.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.sandbox.Raw;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.SocketApp;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Call;
import dev.coalmine.sandbox.script.Eventually;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private Sandbox sandbox;
    private Raw slack;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.forTest()
                .withRedelivery(List.of(Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(200))));
        slack = new Raw(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private int status() {
        return slack.send("chat.postMessage", sandbox.botToken(), "channel", "general", "text", "x")
                .statusCode();
    }

    @ParameterizedTest
    @CsvSource({"http_500, 500", "http_503, 503", "ratelimited, 429"})
    void callsFailAsOftenAsTold(String kind, int status) {
        sandbox.script().failsBy(kind, "chat.postMessage", 2);
        assertThat(List.of(status(), status(), status())).containsExactly(status, status, 200);
        assertThat(sandbox.script().channel("general").messages()).hasSize(1);
        assertThat(sandbox.script().calls(0)).extracting(Call::outcome).containsExactly(kind, kind, "ok");
    }

    @Test
    void rateLimitsSayHowLongToWait() {
        sandbox.script()
                .breaks(Json.object()
                        .put("kind", "ratelimited")
                        .put("method", "*")
                        .put("retry_after", 7));
        var refused = slack.send("auth.test", sandbox.botToken());
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(refused.body()).contains("ratelimited");
    }

    @Test
    void theConnectionIsCutAfterTheWorkIsDone() {
        sandbox.script().failsBy("reset_after", "chat.postMessage", 1);
        assertThatThrownBy(this::status).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.script().channel("general").messages()).hasSize(1);
    }

    @Test
    void theWorkIsDoneAndTheAnswerComesLate() {
        sandbox.script()
                .breaks(Json.object()
                        .put("kind", "late")
                        .put("method", "chat.postMessage")
                        .put("seconds", 0));
        assertThat(status()).isEqualTo(200);
        assertThat(sandbox.script().channel("general").messages()).hasSize(1);
        assertThat(sandbox.script().calls(0)).extracting(Call::outcome).contains("late");
    }

    @Test
    void theConnectionHangsAndNothingIsDone() {
        sandbox.script()
                .breaks(Json.object()
                        .put("kind", "hang")
                        .put("method", "chat.postMessage")
                        .put("seconds", 0));
        assertThatThrownBy(this::status).isInstanceOf(UncheckedIOException.class);
        assertThat(sandbox.script().channel("general").messages()).isEmpty();
    }

    @Test
    void faultsMayBeMeantForOneChannel() {
        sandbox.script()
                .breaks(Json.object()
                        .put("kind", "error")
                        .put("method", "chat.postMessage")
                        .put("channel", "launches"));
        assertThat(slack.outcome("chat.postMessage", "channel", "C0GENERAL0", "text", "x"))
                .isEqualTo("ok");
        assertThat(slack.outcome("chat.postMessage", "channel", "C0LAUNCHES", "text", "x"))
                .isEqualTo("fatal_error");
    }

    @Test
    void slacksRatesAreKeptOnRequest() {
        sandbox.script().breaks(Json.object().put("kind", "rates").put("on", true));
        for (var i = 0; i < 20; i++) {
            assertThat(slack.outcome("users.list")).isEqualTo("ok");
        }
        var refused = slack.send("users.list", sandbox.botToken());
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(slack.outcome("users.info", "user", "U0ALICE000")).isEqualTo("ok");
    }

    @Test
    void eventsComeTwiceOrOutOfOrderOrAgain() {
        try (var app = new SocketApp(sandbox)) {
            sandbox.script().breaks(Json.object().put("kind", "duplicate_events"));
            sandbox.as("alice").says("general", "one");
            Eventually.passes(() -> assertThat(app.events("message")).hasSize(2));
            assertThat(app.events("message"))
                    .extracting(it -> Json.text(it, "event_id"))
                    .containsOnly(Json.text(app.events("message").getFirst(), "event_id"));
            sandbox.script().breaks(Json.object().put("kind", "reorder_events"));
            sandbox.as("alice").says("general", "two");
            sandbox.as("alice").says("general", "three");
            Eventually.passes(() -> assertThat(texts(app)).containsExactly("one", "one", "three", "two"));
            allAreAcknowledged();
            sandbox.script().breaks(Json.object().put("kind", "drop_events_ack"));
            sandbox.as("alice").says("general", "four");
            Eventually.passes(() -> assertThat(texts(app)).endsWith("four", "four"));
        }
    }

    private void allAreAcknowledged() {
        Eventually.passes(
                () -> assertThat(sandbox.script().state().path("undelivered").asInt(9))
                        .isZero());
    }

    private static List<String> texts(SocketApp app) {
        return app.events("message").stream()
                .map(it -> Json.text(it.path("event"), "text"))
                .toList();
    }

    @Test
    void whatHappensWhileTheAppIsAwayComesLater() {
        sandbox.as("alice").says("general", "anybody?");
        try (var app = new SocketApp(sandbox)) {
            Eventually.passes(() -> assertThat(texts(app)).containsExactly("anybody?"));
            var envelope = app.heard().getLast();
            assertThat(envelope.path("retry_attempt").asInt(0)).isPositive();
            Eventually.passes(() -> assertThat(
                            sandbox.script().state().path("undelivered").asInt(9))
                    .isZero());
        }
    }

    @Test
    void aDroppedSocketIsNoticed() {
        try (var app = new SocketApp(sandbox)) {
            assertThat(sandbox.script().connected()).isTrue();
            sandbox.script().breaks(Json.object().put("kind", "drop_socket"));
            assertThat(sandbox.script().connected()).isFalse();
            assertThat(app.heard()).hasSize(1);
        }
    }
}
