package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Emoji under a message. */
final class ReactionMethods implements Family {

    private static final Scope WRITE = Scope.of("reactions:write");

    private final Workspace workspace;
    private final MessageShape shape;

    ReactionMethods(Workspace workspace, MessageShape shape) {
        this.workspace = workspace;
        this.shape = shape;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("reactions.add", WRITE, Tier.THREE, this::add),
                new Method("reactions.remove", WRITE, Tier.TWO, this::remove),
                new Method("reactions.get", Scope.of("reactions:read"), Tier.THREE, this::get));
    }

    private ObjectNode add(Call call) {
        var channel = call.channel();
        channel.mustHave(call.bot().id());
        workspace.messages().react(channel, call.message(channel, "timestamp"), call.bot(), name(call));
        return Json.object();
    }

    private ObjectNode remove(Call call) {
        var channel = call.channel();
        workspace.messages().unreact(channel, call.message(channel, "timestamp"), call.bot(), name(call));
        return Json.object();
    }

    private ObjectNode get(Call call) {
        var channel = call.channel();
        var message = call.message(channel, "timestamp");
        var json = shape.plain(message).put("permalink", shape.permalink(channel, message));
        // The one answer with a message that tells neither of edits nor of threads.
        json.remove(List.of("edited", "thread_ts"));
        if (!message.reactions().isEmpty()) {
            json.set("reactions", MessageShape.reactions(message.reactions()));
        }
        var answer = Json.object().put("type", "message").put("channel", channel.id());
        answer.set("message", json);
        return answer;
    }

    private static String name(Call call) {
        var name = call.required("name");
        if (!name.matches("[a-z0-9_+'-]+(::skin-tone-[2-6])?")) {
            throw new Refused("invalid_name");
        }
        return name;
    }
}
