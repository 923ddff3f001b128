package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.events.Telling;
import dev.coalmine.sandbox.faults.Faults;
import dev.coalmine.sandbox.faults.Rates;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.socketmode.Sockets;
import dev.coalmine.sandbox.webapi.CallLog;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code /control/…}: every wish with a reply or with an error that says what is allowed. */
public final class Control {

    private static final int BIGGEST_BODY = 1_000_000;

    private final Workspace workspace;
    private final Telling telling;
    private final CallLog calls;
    private final FaultControls faults;
    private final StateOf state;
    private final Guard guard;
    /** These change the workspace at once, so they run with it locked. */
    private final Map<String, Function<Ask, ObjectNode>> direct = new HashMap<>();
    /** These wait for the app, so they must not. */
    private final Map<String, Function<Ask, ObjectNode>> waiting = new HashMap<>();

    public Control(
            Workspace workspace,
            Telling telling,
            Sockets sockets,
            Faults faults,
            Rates rates,
            CallLog calls,
            String url) {
        this.workspace = workspace;
        this.telling = telling;
        this.calls = calls;
        this.faults = new FaultControls(faults, rates, sockets);
        this.state = new StateOf(workspace, telling, url);
        this.guard = new Guard(url);
        direct.putAll(new TalkControls().byName());
        direct.putAll(new PlaceControls().byName());
        direct.putAll(this.faults.byName());
        direct.put("reset", this::reset);
        direct.put("manifest", this::install);
        waiting.putAll(new AppControls(workspace, telling.interactions()).byName());
    }

    public void addTo(RoutesConfig routes) {
        routes.before("/control/*", guard::lets);
        routes.get("/control/state", this::state);
        routes.get("/control/faults", it -> answer(it, faults.armed()));
        routes.get("/control/calls", this::calls);
        routes.post("/control/{wish}", this::serve);
    }

    private void serve(Context context) {
        try {
            if (context.bodyAsBytes().length > BIGGEST_BODY) {
                refuse(context.status(413), "A body has at most %d bytes".formatted(BIGGEST_BODY));
                return;
            }
            var body = Json.parse(context.body().isBlank() ? "{}" : context.body());
            answer(context, run(context.pathParam("wish"), new Ask(workspace, body)));
        } catch (JacksonException e) {
            refuse(context.status(400), "The body is no JSON: " + e.getOriginalMessage());
        } catch (Wrong e) {
            refuse(context, String.valueOf(e.getMessage()));
        } catch (Refused e) {
            refuse(context, e.code());
        }
    }

    private ObjectNode run(String wish, Ask ask) {
        if (waiting.containsKey(wish)) {
            return waiting.get(wish).apply(ask);
        }
        var work = Optional.ofNullable(direct.get(wish)).orElseThrow(() -> new Wrong(unknown(wish)));
        return workspace.locked(() -> work.apply(ask));
    }

    private String unknown(String wish) {
        var all = new TreeSet<>(direct.keySet());
        all.addAll(waiting.keySet());
        return "There is no /control/%s; there are %s".formatted(wish, String.join(", ", all));
    }

    private ObjectNode reset(Ask ask) {
        telling.events().forget();
        faults.clear();
        workspace.reset();
        return Json.object();
    }

    private ObjectNode install(Ask ask) {
        workspace.app().install(ask.body());
        return Json.object().put("name", workspace.app().name());
    }

    private void calls(Context context) {
        var reply = Json.object();
        reply.set("calls", calls.since(number(context.queryParam("since"))));
        answer(context, reply);
    }

    private static long number(@Nullable String text) {
        return text == null || !text.matches("\\d{1,18}") ? 0 : Long.parseLong(text);
    }

    private void state(Context context) {
        var name = context.queryParam("channel");
        var since = Optional.ofNullable(context.queryParam("since")).orElse("");
        var lens = new StateOf.Lens(
                it -> name == null || state.nameOf(it).equals(name) || it.id().equals(name),
                it -> true,
                since,
                it -> true);
        send(context, workspace.locked(() -> Json.bytes(state.seen(lens))));
    }

    private static void answer(Context context, ObjectNode reply) {
        send(context, Json.bytes(Json.object().put("ok", true).set("reply", reply)));
    }

    private static void refuse(Context context, String why) {
        send(context, Json.bytes(Json.object().put("ok", false).put("error", why)));
    }

    private static void send(Context context, byte[] json) {
        context.contentType("application/json; charset=utf-8").result(json);
    }
}
