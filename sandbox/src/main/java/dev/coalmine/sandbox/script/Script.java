package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Talks to a sandbox over its control API; works in this process and from another one. */
public final class Script {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** {@code url} is that of the sandbox, without a slash at the end. */
    public Script(String url) {
        this.url = url;
    }

    /** Somebody of the team. */
    public Actor as(String person) {
        return new Actor(this, person);
    }

    /** Another bot, such as one that tells of launches. */
    public OtherBot bot(String name) {
        return new OtherBot(this, name);
    }

    /** A channel by its name; it may be made later. */
    public ChannelView channel(String name) {
        return new ChannelView(this, name);
    }

    /** Whose name starts so, newest last; incident channels end in words that a test need not know. */
    public List<ChannelView> channelsStarting(String prefix) {
        return state().path("channels").values().stream()
                .map(it -> Json.text(it, "name"))
                .filter(it -> it.startsWith(prefix))
                .map(this::channel)
                .toList();
    }

    /** All there is, as {@code GET /control/state} gives it. */
    public JsonNode state() {
        return get("/control/state");
    }

    JsonNode state(String channel) {
        return get("/control/state?channel=" + channel);
    }

    /** Whether the app is there. */
    public boolean connected() {
        return state("-").path("connected").asBoolean(false);
    }

    /** How many events the app has not acknowledged yet. */
    public int undelivered() {
        return state("-").path("undelivered").asInt(0);
    }

    /** A fault as {@code POST /control/fault} takes it. */
    public void breaks(ObjectNode fault) {
        wish("fault", fault);
    }

    /** The next calls of that method are answered with that error. */
    public void failsWith(String error, String method, int times) {
        breaks(Json.object()
                .put("kind", "error")
                .put("method", method)
                .put("error", error)
                .put("times", times));
    }

    /** The next calls of that method go wrong in that way: {@code http_500}, {@code reset_after}, and so on. */
    public void failsBy(String kind, String method, int times) {
        breaks(Json.object().put("kind", kind).put("method", method).put("times", times));
    }

    public void clearFaults() {
        breaks(Json.object().put("kind", "clear"));
    }

    /** Back to the start. */
    public void reset() {
        wish("reset", Json.object());
    }

    /** The methods that the app called after call number {@code since}, in order. */
    public List<Call> calls(long since) {
        return get("/control/calls?since=" + since).path("reply").path("calls").values().stream()
                .map(Call::of)
                .toList();
    }

    /** The answer to any wish of the control API, whether or not it was granted. */
    public JsonNode ask(String wish, ObjectNode body) {
        var request = HttpRequest.newBuilder(URI.create(url + "/control/" + wish))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body)));
        return send(request);
    }

    JsonNode wish(String wish, ObjectNode body) {
        var answer = ask(wish, body);
        if (!answer.path("ok").asBoolean(false)) {
            throw new AssertionError("%s %s: %s".formatted(wish, body, Json.text(answer, "error")));
        }
        return answer.path("reply");
    }

    private JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return Json.parse(
                    Optional.of(response.body()).filter(it -> !it.isBlank()).orElse("{}"));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox at " + url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking the sandbox", e);
        }
    }
}
