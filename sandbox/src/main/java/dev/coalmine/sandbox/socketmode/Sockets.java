package dev.coalmine.sandbox.socketmode;

import dev.coalmine.sandbox.events.Answer;
import dev.coalmine.sandbox.events.Attempt;
import dev.coalmine.sandbox.events.Outgoing;
import dev.coalmine.sandbox.events.Way;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Ids;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The app's open sockets. Each payload goes to one of them, in turn. */
public final class Sockets implements Way {

    public static final String PATH = "/link/";
    private static final int AT_MOST = 10;
    private static final Duration PING = Duration.ofSeconds(10);

    private final Set<String> tickets = ConcurrentHashMap.newKeySet();
    private final List<WsContext> open = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Runnable changed;

    /** {@code changed} is run when the first socket opens or the last one closes. */
    public Sockets(Runnable changed) {
        this.changed = changed;
    }

    /** A place to connect to, once. */
    public String ticket() {
        var ticket = Ids.secret();
        tickets.add(ticket);
        return PATH + "?ticket=" + ticket + "&app_id=" + App.ID;
    }

    /** Answers what is asked at {@link #PATH}. */
    public void serve(WsConfig socket) {
        socket.onConnect(it -> connected(it, it.queryParam("ticket")));
        socket.onMessage(it -> heard(it.message()));
        socket.onClose(this::closed);
        socket.onError(this::closed);
    }

    private void connected(WsContext context, @Nullable String ticket) {
        if (ticket == null || !tickets.remove(ticket) || open.size() >= AT_MOST) {
            context.closeSession(1008, "invalid ticket");
            return;
        }
        context.session.setIdleTimeout(Duration.ofMinutes(10));
        context.enableAutomaticPings(PING.toSeconds(), TimeUnit.SECONDS);
        open.add(context);
        context.send(Json.write(hello()));
        changed.run();
    }

    private ObjectNode hello() {
        var hello = Json.object().put("type", "hello").put("num_connections", open.size());
        hello.putObject("debug_info")
                .put("host", "sandbox")
                .put("build_number", 1)
                .put("approximate_connection_time", 18060);
        hello.putObject("connection_info").put("app_id", App.ID);
        return hello;
    }

    private void heard(String message) {
        try {
            var json = Json.parse(message);
            var future = waiting.remove(Json.text(json, "envelope_id"));
            if (future != null) {
                future.complete(new Answer.Acked(json.path("payload")));
            }
        } catch (JacksonException e) {
            // Slack ignores what is no acknowledgement.
        }
    }

    private void closed(WsContext context) {
        if (open.remove(context)) {
            changed.run();
        }
    }

    @Override
    public boolean open() {
        return !open.isEmpty();
    }

    @Override
    public CompletableFuture<Answer> send(Outgoing what, Attempt attempt) {
        var id = UUID.randomUUID().toString();
        var answer = new CompletableFuture<Answer>();
        waiting.put(id, answer);
        answer.whenComplete((done, error) -> waiting.remove(id));
        if (!sendToOne(Json.write(envelope(id, what, attempt)))) {
            answer.complete(new Answer.NotConnected());
        }
        return answer;
    }

    private static ObjectNode envelope(String id, Outgoing what, Attempt attempt) {
        var envelope = Json.object()
                .put("envelope_id", id)
                .put("type", what.kind().type())
                .put("accepts_response_payload", what.kind() != Outgoing.Kind.EVENT);
        envelope.set("payload", what.payload());
        if (what.kind() == Outgoing.Kind.EVENT) {
            envelope.put("retry_attempt", attempt.number()).put("retry_reason", attempt.reason());
        }
        return envelope;
    }

    /** A socket may be gone without anybody having noticed: then the next one is tried. */
    private boolean sendToOne(String text) {
        for (var tries = open.size(); tries > 0; tries--) {
            var all = List.copyOf(open);
            if (all.isEmpty()) {
                return false;
            }
            var one = all.get(Math.floorMod(turn.getAndIncrement(), all.size()));
            try {
                synchronized (one) {
                    one.send(text);
                }
                return true;
            } catch (RuntimeException e) {
                closed(one);
            }
        }
        return false;
    }

    /** Asks the app to connect anew, and closes a little later, as Slack does now and then. */
    public void askToReconnect() {
        for (var one : open) {
            open.remove(one);
            send(one, disconnect());
            CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(one::closeSession);
        }
        changed.run();
    }

    private static void send(WsContext one, JsonNode message) {
        one.send(Json.write(message));
    }

    private static ObjectNode disconnect() {
        var message = Json.object().put("type", "disconnect").put("reason", "refresh_requested");
        message.putObject("debug_info").put("host", "sandbox");
        return message;
    }

    /** Cuts all connections without a word. */
    public void drop() {
        for (var one : open) {
            open.remove(one);
            one.session.disconnect();
        }
        changed.run();
    }
}
