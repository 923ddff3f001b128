package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.events.Screens;
import dev.coalmine.sandbox.faults.Fault;
import dev.coalmine.sandbox.faults.FaultKind;
import dev.coalmine.sandbox.faults.Faults;
import dev.coalmine.sandbox.faults.Rates;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code /api/<method>}: token, faults, permission, rate, and then the method itself. */
public final class WebApi {

    /** They strike when the work is done. */
    private static final Set<FaultKind> AFTERWARDS = Set.of(FaultKind.RESET_AFTER, FaultKind.LATE);

    private final Workspace workspace;
    private final Tokens tokens;
    private final Faults faults;
    private final Rates rates;
    private final Clock clock;
    private final Map<String, Method> methods;
    private final CallLog log = new CallLog();

    public WebApi(
            Workspace workspace,
            Tokens tokens,
            Screens screens,
            Faults faults,
            Rates rates,
            Clock clock,
            String url,
            Supplier<String> socket) {
        this.workspace = workspace;
        this.tokens = tokens;
        this.faults = faults;
        this.rates = rates;
        this.clock = clock;
        this.methods = Families.methods(workspace, screens, url, socket);
    }

    public CallLog log() {
        return log;
    }

    /** Answers one request, or breaks it when a fault says so. */
    public void serve(Context context) {
        var name = context.pathParam("method");
        try {
            serve(context, name, Arguments.of(context));
        } catch (Refused unreadable) {
            send(context, refusal(unreadable));
            log.add(name, "", clock.instant(), unreadable.code());
        }
    }

    private void serve(Context context, String name, Map<String, JsonNode> arguments) {
        var channel = channel(arguments);
        var fault = faults.strike(name, channel).or(() -> refusedConnection(name));
        var outcome = "failed";
        try {
            outcome = serve(context, name, arguments, fault.orElse(null));
        } finally {
            log.add(name, channel == null ? "" : channel, clock.instant(), outcome);
        }
    }

    private static @Nullable String channel(Map<String, JsonNode> arguments) {
        var given = arguments.getOrDefault("channel", arguments.get("channel_id"));
        return given == null ? null : given.asString("");
    }

    private Optional<Fault> refusedConnection(String method) {
        return method.equals(SocketMethods.OPEN) && faults.strikes(FaultKind.REFUSE_CONNECTIONS)
                ? Optional.of(new Fault(FaultKind.ERROR, method, null, "internal_error", 1, Duration.ZERO))
                : Optional.empty();
    }

    private String serve(Context context, String name, Map<String, JsonNode> arguments, @Nullable Fault fault) {
        if (fault != null && !AFTERWARDS.contains(fault.kind())) {
            return Breakage.of(fault, context);
        }
        var answer = answer(context, name, arguments);
        if (fault != null && fault.kind() == FaultKind.RESET_AFTER) {
            Breakage.cut(context);
            return fault.kind().word();
        }
        if (fault != null) {
            Breakage.pause(fault.duration());
        }
        send(context, answer);
        return outcome(fault, answer);
    }

    private static String outcome(@Nullable Fault fault, ObjectNode answer) {
        if (fault != null) {
            return fault.kind().word();
        }
        return answer.path("ok").asBoolean(false) ? "ok" : Json.text(answer, "error");
    }

    private void send(Context context, ObjectNode answer) {
        context.header("x-slack-req-id", UUID.randomUUID().toString().replace("-", ""));
        workspace.app().scopes().ifPresent(it -> context.header("x-oauth-scopes", String.join(",", it)));
        context.contentType("application/json; charset=utf-8").result(Json.bytes(answer));
    }

    private ObjectNode answer(Context context, String name, Map<String, JsonNode> arguments) {
        try {
            var method = method(name);
            checkToken(Arguments.token(context, arguments), name);
            return workspace.locked(() -> work(context, method, new Call(workspace, arguments)));
        } catch (Refused e) {
            return refusal(e);
        }
    }

    private static ObjectNode refusal(Refused why) {
        return Json.object().put("ok", false).put("error", why.code()).setAll(why.details());
    }

    private Method method(String name) {
        return Optional.ofNullable(methods.get(name))
                .orElseThrow(() -> new Refused("unknown_method", Json.object().put("req_method", name)));
    }

    private void checkToken(String token, String method) {
        if (token.isEmpty()) {
            throw new Refused("not_authed");
        }
        var forSockets = method.equals(SocketMethods.OPEN);
        if (token.equals(forSockets ? tokens.bot() : tokens.app())) {
            throw new Refused("not_allowed_token_type");
        }
        if (!token.equals(forSockets ? tokens.app() : tokens.bot())) {
            throw new Refused("invalid_auth");
        }
    }

    private ObjectNode work(Context context, Method method, Call call) {
        checkScope(method, call);
        var channel = call.text("channel");
        var wait = rates.refuse(method.name(), method.tier().perMinute(), channel.isEmpty() ? null : channel);
        if (wait.isPresent()) {
            Breakage.ratelimited(context, wait.get());
            return Json.object().put("ok", false).put("error", "ratelimited");
        }
        var answer = Json.object().put("ok", true);
        return answer.setAll(method.work().apply(call));
    }

    private void checkScope(Method method, Call call) {
        var kind = call.channelIfAny().map(Channel::kind).orElse(Channel.Kind.PUBLIC);
        call.mustHave(method.scope().in(kind));
    }
}
