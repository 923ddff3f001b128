package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Reading what was said. */
final class HistoryMethods implements Family {

    private static final String NEVER = "0000000000.000000";
    private static final String ALWAYS = "9999999999.999999";

    private final Workspace workspace;
    private final MessageShape shape;

    HistoryMethods(Workspace workspace, MessageShape shape) {
        this.workspace = workspace;
        this.shape = shape;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("conversations.history", Scope.HISTORY, Tier.THREE, this::history),
                new Method("conversations.replies", Scope.HISTORY, Tier.THREE, this::replies));
    }

    private ObjectNode history(Call call) {
        var channel = readable(call);
        var from = ts(call, "oldest", NEVER);
        var to = ts(call, "latest", ALWAYS);
        var found = from.compareTo(to) > 0
                ? List.<Message>of()
                : workspace.messages().in(channel).between(from, to, call.flag("inclusive"));
        var page = Page.of(found, call, 100);
        var answer = answer(call, channel, page)
                .put("pin_count", channel.pins().size())
                .putNull("channel_actions_ts")
                .put("channel_actions_count", 0);
        return page.more() ? page.sign(answer) : answer;
    }

    private ObjectNode replies(Call call) {
        var channel = readable(call);
        var said = workspace.messages().in(channel);
        var parent = said.at(call.required("ts")).orElseThrow(() -> new Refused("thread_not_found"));
        var thread = Stream.concat(Stream.of(parent), said.repliesTo(parent.ts()).stream())
                .toList();
        var page = Page.of(thread, call, 1000);
        var answer = answer(call, channel, page);
        return page.more() ? page.sign(answer) : answer;
    }

    private ObjectNode answer(Call call, Channel channel, Page<Message> page) {
        var metadata = call.flag("include_all_metadata");
        var answer = Json.object().put("has_more", page.more());
        answer.set("messages", Json.arrayOf(page.items().stream().map(it -> shape.full(channel, it, metadata))));
        return answer;
    }

    private static Channel readable(Call call) {
        var channel = call.channel();
        channel.mustHave(call.bot().id());
        return channel;
    }

    /** Slack also takes a bare number of seconds. */
    private static String ts(Call call, String name, String otherwise) {
        var given = call.text(name);
        if (given.isEmpty() || given.equals("0")) {
            return otherwise;
        }
        if (!given.matches("\\d{1,10}(\\.\\d{1,6})?")) {
            throw new Refused("invalid_ts_" + name);
        }
        var parts = given.split("\\.");
        var micros = parts.length > 1 ? parts[1] : "";
        return "0".repeat(10 - parts[0].length()) + parts[0] + "." + micros + "0".repeat(6 - micros.length());
    }
}
