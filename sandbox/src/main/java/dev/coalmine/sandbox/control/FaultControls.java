package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.faults.Fault;
import dev.coalmine.sandbox.faults.FaultKind;
import dev.coalmine.sandbox.faults.Faults;
import dev.coalmine.sandbox.faults.Rates;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.socketmode.Sockets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Breaking things on purpose. */
final class FaultControls implements Controls {

    private static final int DEFAULT_SECONDS = 30;

    private final Faults faults;
    private final Rates rates;
    private final Sockets sockets;

    FaultControls(Faults faults, Rates rates, Sockets sockets) {
        this.faults = faults;
        this.rates = rates;
        this.sockets = sockets;
    }

    @Override
    public Map<String, Function<Ask, ObjectNode>> byName() {
        return Map.of("fault", this::fault);
    }

    private ObjectNode fault(Ask ask) {
        switch (ask.text("kind")) {
            case "clear" -> clear();
            case "rates" -> rates.keep(ask.flag("on"));
            case "drop_socket" -> sockets.drop();
            case "disconnect" -> sockets.askToReconnect();
            default -> faults.arm(read(ask));
        }
        return armed();
    }

    void clear() {
        faults.clear();
        rates.keep(false);
    }

    private static Fault read(Ask ask) {
        var kind = FaultKind.of(ask.text("kind")).orElseThrow(() -> unknown(ask.text("kind")));
        var method = ask.has("method") ? ask.text("method") : "*";
        var error = ask.has("error") ? ask.text("error") : "fatal_error";
        var seconds = ask.json(kind == FaultKind.RATELIMITED ? "retry_after" : "seconds")
                .asInt(kind == FaultKind.RATELIMITED ? 1 : DEFAULT_SECONDS);
        var times = Math.max(1, ask.json("times").asInt(1));
        return new Fault(kind, method, channel(ask), error, times, Duration.ofSeconds(seconds));
    }

    private static Wrong unknown(String kind) {
        var kinds = Arrays.stream(FaultKind.values()).map(FaultKind::word).collect(Collectors.joining(", "));
        return new Wrong(
                "There is no fault “%s”; there are %s, drop_socket, disconnect, rates, clear".formatted(kind, kinds));
    }

    /** By name or by id; a channel that is not there yet can only be named by its id. */
    private static @Nullable String channel(Ask ask) {
        var given = ask.textOrNull("channel");
        return given == null
                ? null
                : ask.workspace().channels().named(given).map(it -> it.id()).orElse(given);
    }

    ObjectNode armed() {
        var json = Json.object().put("rates", rates.kept());
        json.set("faults", Json.arrayOf(faults.armed().stream().map(FaultControls::shown)));
        return json;
    }

    private static ObjectNode shown(Fault fault) {
        return Json.object()
                .put("kind", fault.kind().word())
                .put("method", fault.method())
                .put("channel", fault.channel())
                .put("times", fault.times())
                .put("error", fault.kind() == FaultKind.ERROR ? fault.error() : null);
    }
}
