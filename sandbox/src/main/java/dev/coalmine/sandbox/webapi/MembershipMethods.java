package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.ChannelShape;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a channel. */
final class MembershipMethods implements Family {

    private static final int AT_ONCE = 100;
    private static final Scope INVITE = new Scope("channels:manage", "groups:write", "im:write");

    private final Workspace workspace;

    MembershipMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("conversations.invite", INVITE, Tier.THREE, this::invite),
                new Method("conversations.kick", Scope.MANAGE, Tier.THREE, this::kick),
                new Method("conversations.join", Scope.of("channels:join"), Tier.THREE, this::join),
                new Method("conversations.leave", Scope.MANAGE, Tier.THREE, this::leave),
                new Method("conversations.members", Scope.READ, Tier.FOUR, this::members));
    }

    /** Without {@code force}, one who cannot be invited keeps all others out too. */
    private ObjectNode invite(Call call) {
        var channel = invitable(call);
        var users = call.list("users");
        if (users.isEmpty()) {
            throw new Refused("no_user");
        }
        if (users.size() > AT_ONCE) {
            throw Call.invalid("[ERROR] at most %d users can be invited at once".formatted(AT_ONCE));
        }
        var problems = problems(call, channel, users);
        if (problems.size() == users.size() || !problems.isEmpty() && !call.flag("force")) {
            throw new Refused(problems.values().iterator().next(), errors(problems));
        }
        users.stream()
                .filter(it -> !problems.containsKey(it))
                .map(workspace.people()::get)
                .forEach(it -> workspace.channels().join(channel, it, call.bot().id()));
        var answer = shown(call, channel);
        return problems.isEmpty() ? answer : answer.setAll(errors(problems));
    }

    private static Channel invitable(Call call) {
        var channel = call.channel();
        if (channel.direct()) {
            throw new Refused("method_not_supported_for_channel_type");
        }
        channel.mustBeOpen();
        channel.mustHave(call.bot().id());
        return channel;
    }

    private Map<String, String> problems(Call call, Channel channel, List<String> users) {
        var problems = new LinkedHashMap<String, String>();
        for (var user : users) {
            problem(call, channel, user).ifPresent(it -> problems.put(user, it));
        }
        return problems;
    }

    private Optional<String> problem(Call call, Channel channel, String user) {
        if (user.equals(call.bot().id())) {
            return Optional.of("cant_invite_self");
        }
        if (workspace.people().find(user).isEmpty()) {
            return Optional.of("user_not_found");
        }
        return channel.has(user) ? Optional.of("already_in_channel") : Optional.empty();
    }

    private static ObjectNode errors(Map<String, String> problems) {
        var details = Json.object();
        var errors = details.putArray("errors");
        problems.forEach((user, error) ->
                errors.addObject().put("user", user).put("ok", false).put("error", error));
        return details;
    }

    private ObjectNode kick(Call call) {
        var channel = call.channel();
        channel.mustHave(call.bot().id());
        var person = call.user();
        if (person.id().equals(call.bot().id())) {
            throw new Refused("cant_kick_self");
        }
        if (!workspace.channels().leave(channel, person)) {
            throw new Refused("not_in_channel");
        }
        return Json.object();
    }

    private ObjectNode join(Call call) {
        var channel = call.channel();
        var fresh = workspace.channels().join(channel, call.bot(), null);
        var answer = shown(call, channel);
        if (!fresh) {
            answer.put("warning", "already_in_channel")
                    .putObject("response_metadata")
                    .set("warnings", Json.array(List.of("already_in_channel")));
        }
        return answer;
    }

    private ObjectNode leave(Call call) {
        var channel = call.channel();
        var left = workspace.channels().leave(channel, call.bot());
        return left ? Json.object() : Json.object().put("not_in_channel", true);
    }

    private ObjectNode members(Call call) {
        var page = Page.of(List.copyOf(call.channel().members()), call, 100);
        var answer = Json.object();
        answer.set("members", Json.array(page.items()));
        return page.sign(answer);
    }

    private static ObjectNode shown(Call call, Channel channel) {
        Person bot = call.bot();
        var answer = Json.object();
        answer.set("channel", ChannelShape.of(channel, bot));
        return answer;
    }
}
