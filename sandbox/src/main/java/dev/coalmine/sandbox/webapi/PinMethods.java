package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Pin;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What is kept in sight. */
final class PinMethods implements Family {

    private static final Scope WRITE = Scope.of("pins:write");

    private final Workspace workspace;
    private final MessageShape shape;

    PinMethods(Workspace workspace, MessageShape shape) {
        this.workspace = workspace;
        this.shape = shape;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("pins.add", WRITE, Tier.TWO, this::add),
                new Method("pins.remove", WRITE, Tier.TWO, this::remove),
                new Method("pins.list", Scope.of("pins:read"), Tier.TWO, this::list));
    }

    private ObjectNode add(Call call) {
        var channel = inside(call);
        workspace.pins().pin(channel, call.message(channel, "timestamp"), call.bot());
        return Json.object();
    }

    private ObjectNode remove(Call call) {
        var channel = inside(call);
        workspace.pins().unpin(channel, call.message(channel, "timestamp"), call.bot());
        return Json.object();
    }

    private static Channel inside(Call call) {
        var channel = call.channel();
        channel.mustHave(call.bot().id());
        return channel;
    }

    private ObjectNode list(Call call) {
        var channel = inside(call);
        var answer = Json.object();
        answer.set("items", Json.arrayOf(channel.pins().reversed().stream().flatMap(it -> item(channel, it).stream())));
        return answer;
    }

    private Optional<ObjectNode> item(Channel channel, Pin pin) {
        return workspace.messages().in(channel).at(pin.ts()).map(message -> {
            var item = Json.object()
                    .put("type", "message")
                    .put("channel", channel.id())
                    .put("created", pin.at())
                    .put("created_by", pin.by());
            item.set("message", shape.plain(message));
            return item;
        });
    }
}
