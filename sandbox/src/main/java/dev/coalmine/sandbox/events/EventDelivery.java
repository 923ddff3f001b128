package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.faults.FaultKind;
import dev.coalmine.sandbox.faults.Faults;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Happened;
import dev.coalmine.sandbox.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Delivers events, and again while they are not acknowledged: at once, after a minute, after five. */
public final class EventDelivery implements AutoCloseable {

    private final Workspace workspace;
    private final EventShapes shapes;
    private final AppLine line;
    private final Faults faults;
    private final List<Duration> delays;
    /** One thread, so that first deliveries leave in the order in which things happened. */
    private final ScheduledExecutorService queue = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("events").factory());

    private final Set<String> undelivered = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable ObjectNode> heldBack = new AtomicReference<>();

    EventDelivery(Workspace workspace, EventShapes shapes, AppLine line, Faults faults, List<Duration> delays) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.line = line;
        this.faults = faults;
        this.delays = delays;
        workspace.listen(this::happened);
    }

    private void happened(Happened what) {
        for (var event : shapes.of(what)) {
            if (workspace.app().subscribes(subscription(event))) {
                enqueue(Envelopes.around(event.deepCopy(), workspace.now()));
            }
        }
    }

    /** Messages are subscribed to by the kind of channel: {@code message.channels} and so on. */
    private static String subscription(ObjectNode event) {
        var type = Json.text(event, "type");
        if (!type.equals("message")) {
            return type;
        }
        return switch (Json.text(event, "channel_type")) {
            case "im" -> "message.im";
            case "group" -> "message.groups";
            default -> "message.channels";
        };
    }

    private void enqueue(ObjectNode envelope) {
        undelivered.add(id(envelope));
        if (faults.strikes(FaultKind.REORDER_EVENTS)) {
            // It goes out behind the next one, or alone when nothing follows.
            flush(heldBack.getAndSet(envelope));
            later(Duration.ofSeconds(1), () -> flush(heldBack.getAndSet(null)));
            return;
        }
        first(envelope);
        flush(heldBack.getAndSet(null));
    }

    private void flush(@Nullable ObjectNode envelope) {
        if (envelope != null) {
            first(envelope);
        }
    }

    private void first(ObjectNode envelope) {
        later(Duration.ZERO, () -> attempt(envelope, Attempt.FIRST));
        if (faults.strikes(FaultKind.DUPLICATE_EVENTS)) {
            later(Duration.ZERO, () -> attempt(envelope, Attempt.FIRST));
        }
    }

    private void attempt(ObjectNode envelope, Attempt attempt) {
        if (undelivered.contains(id(envelope)) || attempt.number() == 0) {
            line.send(new Outgoing(Outgoing.Kind.EVENT, envelope), attempt)
                    .thenAccept(answer -> settle(envelope, attempt, answer));
        }
    }

    private void settle(ObjectNode envelope, Attempt attempt, Answer answer) {
        var acked = answer instanceof Answer.Acked && !faults.strikes(FaultKind.DROP_EVENTS_ACK);
        if (acked || attempt.number() >= delays.size()) {
            undelivered.remove(id(envelope));
        } else {
            var reason = answer instanceof Answer.Acked ? "http_timeout" : answer.reason();
            var next = new Attempt(attempt.number() + 1, reason);
            later(delays.get(attempt.number()), () -> attempt(envelope, next));
        }
    }

    private static String id(ObjectNode envelope) {
        return Json.text(envelope, "event_id");
    }

    private void later(Duration delay, Runnable work) {
        if (!queue.isShutdown()) {
            queue.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** How many events the app has not acknowledged yet. */
    public int undelivered() {
        return undelivered.size();
    }

    /** What is still to be delivered is not delivered any more. */
    public void forget() {
        heldBack.set(null);
        undelivered.clear();
    }

    @Override
    public void close() {
        queue.shutdownNow();
    }
}
