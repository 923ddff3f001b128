package dev.coalmine.sandbox;

import dev.coalmine.sandbox.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The least that is an app in Socket Mode: remembers what it is told, and acknowledges as the test likes. */
public final class SocketApp implements AutoCloseable, WebSocket.Listener {

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile Function<JsonNode, @Nullable JsonNode> answer = it -> Json.object();

    public SocketApp(Sandbox sandbox) {
        var opened = Json.parse(new Raw(sandbox)
                .send("apps.connections.open", sandbox.appToken())
                .body());
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(Json.text(opened, "url")), this)
                .join();
    }

    /** What to acknowledge an envelope with; null leaves it unacknowledged. */
    public void answers(Function<JsonNode, @Nullable JsonNode> how) {
        answer = how;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            var message = Json.parse(partial.toString());
            partial.setLength(0);
            heard.add(message);
            // The test's answer may call the sandbox, which has to hear us meanwhile.
            Thread.startVirtualThread(() -> acknowledge(message));
        }
        from.request(1);
        return null;
    }

    private void acknowledge(JsonNode message) {
        if (!message.has("envelope_id")) {
            return;
        }
        var payload = answer.apply(message);
        if (payload != null) {
            var ack = Json.object().put("envelope_id", Json.text(message, "envelope_id"));
            ack.set("payload", payload);
            synchronized (socket) {
                // After the end of the test nobody listens any more.
                socket.sendText(Json.write(ack), true)
                        .exceptionally(it -> socket)
                        .join();
            }
        }
    }

    public List<JsonNode> heard() {
        return heard;
    }

    /** The events of that type so far, each in its envelope's payload. */
    public List<JsonNode> events(String type) {
        return heard.stream()
                .filter(it -> Json.text(it, "type").equals("events_api"))
                .map(it -> it.path("payload"))
                .filter(it -> Json.text(it.path("event"), "type").equals(type))
                .toList();
    }

    /** The payloads that came as that type of envelope. */
    public List<JsonNode> payloads(String type) {
        return heard.stream()
                .filter(it -> Json.text(it, "type").equals(type))
                .map(it -> it.path("payload"))
                .toList();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
