package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.ChannelShape;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Channels;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Making, finding, naming and closing channels. */
final class ConversationMethods implements Family {

    private final Workspace workspace;
    private final Channels channels;

    ConversationMethods(Workspace workspace) {
        this.workspace = workspace;
        this.channels = workspace.channels();
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("conversations.create", Scope.NONE, Tier.TWO, this::create),
                new Method("conversations.archive", Scope.MANAGE, Tier.TWO, it -> archive(it, true)),
                new Method("conversations.unarchive", Scope.MANAGE, Tier.TWO, it -> archive(it, false)),
                new Method("conversations.rename", Scope.MANAGE, Tier.TWO, this::rename),
                new Method("conversations.setTopic", Scope.MANAGE, Tier.TWO, this::topic),
                new Method("conversations.setPurpose", Scope.MANAGE, Tier.TWO, this::purpose),
                new Method("conversations.open", Scope.of("im:write"), Tier.THREE, this::open),
                new Method("conversations.info", Scope.READ, Tier.THREE, this::info),
                new Method("conversations.list", Scope.READ, Tier.TWO, this::list));
    }

    private ObjectNode create(Call call) {
        var secret = call.flag("is_private");
        call.mustHave(Scope.MANAGE.in(secret ? Channel.Kind.PRIVATE : Channel.Kind.PUBLIC));
        return shown(call, channels.create(call.text("name").toLowerCase(Locale.ROOT), secret, call.bot()));
    }

    private ObjectNode archive(Call call, boolean now) {
        var channel = call.channel();
        if (now) {
            channel.mustHave(call.bot().id());
        }
        channels.archive(channel, call.bot(), now);
        return Json.object();
    }

    private ObjectNode rename(Call call) {
        var channel = call.channel();
        channel.mustHave(call.bot().id());
        if (!channel.creator().equals(call.bot().id())) {
            // A bot may only rename what it has made.
            throw new Refused("not_authorized");
        }
        channels.rename(channel, call.bot(), call.text("name").toLowerCase(Locale.ROOT));
        return shown(call, channel);
    }

    private ObjectNode topic(Call call) {
        var channel = call.channel();
        channels.setTopic(channel, call.bot(), call.text("topic"));
        return shown(call, channel);
    }

    private ObjectNode purpose(Call call) {
        var channel = call.channel();
        channels.setPurpose(channel, call.bot(), call.text("purpose"));
        return shown(call, channel);
    }

    private ObjectNode open(Call call) {
        var users = call.list("users");
        if (users.size() != 1) {
            throw new Refused(users.isEmpty() ? "users_list_not_supplied" : "method_not_supported_for_channel_type");
        }
        var channel = channels.direct(call.bot(), workspace.people().get(users.getFirst()));
        if (call.flag("return_im")) {
            return shown(call, channel);
        }
        var answer = Json.object();
        answer.putObject("channel").put("id", channel.id());
        return answer;
    }

    private ObjectNode info(Call call) {
        var channel = call.channel();
        var answer = shown(call, channel);
        if (call.flag("include_num_members") && !channel.direct()) {
            ((ObjectNode) answer.path("channel"))
                    .put("num_members", channel.members().size());
        }
        return answer;
    }

    private ObjectNode list(Call call) {
        var found =
                channels.seenBy(call.bot()).filter(ConversationTypes.of(call)).toList();
        var page = Page.of(found, call, 100);
        var answer = Json.object();
        answer.set("channels", Json.arrayOf(page.items().stream().map(it -> listed(it, call))));
        return page.sign(answer);
    }

    private static ObjectNode listed(Channel channel, Call call) {
        var shape = ChannelShape.of(channel, call.bot());
        return channel.direct()
                ? shape
                : shape.put("num_members", channel.members().size());
    }

    private static ObjectNode shown(Call call, Channel channel) {
        var answer = Json.object();
        answer.set("channel", ChannelShape.of(channel, call.bot()));
        return answer;
    }
}
