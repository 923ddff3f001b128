package dev.coalmine.sandbox.socketmode;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.request.EventsApiEnvelope;
import com.slack.api.socket_mode.request.SlashCommandsEnvelope;
import com.slack.api.socket_mode.response.AckResponse;
import com.slack.api.socket_mode.response.MapResponse;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Eventually;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Socket Mode as Slack's SDK speaks it. */
class SlacksOwnClientTest {

    private final List<EventsApiEnvelope> events = new CopyOnWriteArrayList<>();
    private final List<SlashCommandsEnvelope> commands = new CopyOnWriteArrayList<>();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private Sandbox sandbox;
    private Slack slack;
    private SocketModeClient client;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxSettings.forTest());
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
        config.setStatsEnabled(false);
        slack = Slack.getInstance(config);
        client = slack.socketMode(sandbox.appToken(), SocketModeClient.Backend.Tyrus);
        client.addWebSocketMessageListener(messages::add);
        client.addEventsApiEnvelopeListener(this::event);
        client.addSlashCommandsEnvelopeListener(this::command);
        client.connect();
        Eventually.passes(() -> assertThat(sandbox.script().connected()).isTrue());
    }

    private void event(EventsApiEnvelope envelope) {
        events.add(envelope);
        client.sendSocketModeResponse(
                AckResponse.builder().envelopeId(envelope.getEnvelopeId()).build());
    }

    private void command(SlashCommandsEnvelope envelope) {
        commands.add(envelope);
        client.sendSocketModeResponse(MapResponse.builder()
                .envelopeId(envelope.getEnvelopeId())
                .payload(Map.of("text", "fine"))
                .build());
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        slack.close();
        sandbox.close();
    }

    @Test
    void itGreetsDeliversAndHearsAnswers() {
        Eventually.passes(() -> assertThat(messages).anyMatch(it -> it.contains("\"num_connections\":1")));
        sandbox.as("alice").says("general", "hi");
        Eventually.passes(() -> assertThat(events).hasSize(1));
        assertThat(sandbox.as("alice").types("general", "/incident status").text())
                .isEqualTo("fine");
        assertThat(commands).hasSize(1);
        Eventually.passes(
                () -> assertThat(sandbox.script().state().path("undelivered").asInt(9))
                        .isZero());
    }

    @Test
    void itReconnectsWhenAsked() {
        sandbox.script().breaks(Json.object().put("kind", "disconnect"));
        Eventually.passes(() -> assertThat(messages.stream().filter(it -> it.contains("\"hello\"")))
                .hasSizeGreaterThan(1));
        sandbox.as("alice").says("general", "still there?");
        Eventually.passes(() -> assertThat(events).isNotEmpty());
    }
}
