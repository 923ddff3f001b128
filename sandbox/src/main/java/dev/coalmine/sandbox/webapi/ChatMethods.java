package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.blocks.BlockIds;
import dev.coalmine.sandbox.blocks.BlockRules;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Draft;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Saying things, and changing what was said. */
final class ChatMethods implements Family {

    private static final int POST_LIMIT = 40_000;
    private static final int UPDATE_LIMIT = 4_000;
    private static final Scope WRITE = Scope.of("chat:write");

    private final Workspace workspace;
    private final MessageShape shape;

    ChatMethods(Workspace workspace, MessageShape shape) {
        this.workspace = workspace;
        this.shape = shape;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("chat.postMessage", WRITE, Tier.POSTING, this::post),
                new Method("chat.update", WRITE, Tier.THREE, this::update),
                new Method("chat.delete", WRITE, Tier.THREE, this::delete),
                new Method("chat.postEphemeral", WRITE, Tier.FOUR, this::whisper),
                new Method("chat.getPermalink", Scope.NONE, Tier.FREE, this::permalink));
    }

    private ObjectNode post(Call call) {
        var channel = target(call);
        channel.mustBeOpen();
        if (!channel.has(call.bot().id()) && !workspace.app().hasScope("chat:write.public")) {
            throw new Refused("not_in_channel");
        }
        var draft = draft(call).inThread(thread(call));
        var message = workspace.messages().post(channel, call.bot(), draft);
        var answer = Json.object().put("channel", channel.id()).put("ts", message.ts());
        answer.set("message", shape.withMetadata(message));
        return answer;
    }

    private static @Nullable String thread(Call call) {
        return call.has("thread_ts") ? call.text("thread_ts") : null;
    }

    /** Posting also takes a channel's name, and a person, who then gets a direct message. */
    private Channel target(Call call) {
        var given = call.required("channel");
        var person = workspace.people().find(given);
        if (person.isPresent()) {
            return workspace.channels().direct(call.bot(), person.get());
        }
        return workspace
                .channels()
                .named(given.startsWith("#") ? given.substring(1) : given)
                .filter(it -> it.seenBy(call.bot().id()))
                .orElseGet(() -> workspace.channels().get(given, call.bot()));
    }

    private static Draft draft(Call call) {
        var blocks = blocks(call);
        var attachments = call.json("attachments");
        var text = call.text("text");
        if (text.isBlank() && blocks == null && attachments == null) {
            throw new Refused("no_text");
        }
        var metadata = metadata(call);
        var linkNames = call.flag("link_names") || call.text("parse").equals("full");
        var broadcast = call.flag("reply_broadcast");
        return new Draft(shortened(text), blocks, attachments, metadata, null, broadcast, null, List.of(), linkNames);
    }

    private static @Nullable JsonNode blocks(Call call) {
        var blocks = call.json("blocks");
        if (blocks == null) {
            return null;
        }
        BlockRules.checkMessage(blocks);
        return BlockIds.filled(blocks);
    }

    private static @Nullable JsonNode metadata(Call call) {
        var metadata = call.json("metadata");
        if (metadata == null) {
            return null;
        }
        if (Json.text(metadata, "event_type").isEmpty()
                || !metadata.path("event_payload").isObject()) {
            throw new Refused("invalid_metadata_format");
        }
        return metadata;
    }

    /** Slack cuts what is too long and says nothing. */
    private static String shortened(String text) {
        return text.length() <= POST_LIMIT ? text : text.substring(0, POST_LIMIT);
    }

    private ObjectNode update(Call call) {
        var channel = call.channel();
        channel.mustHave(call.bot().id());
        var message = own(call, channel, "cant_update_message");
        if (call.text("text").length() > UPDATE_LIMIT) {
            throw new Refused("msg_too_long");
        }
        // New text alone also takes the old blocks away.
        var after = workspace.messages().edit(channel, message, call.bot(), draft(call));
        var answer =
                Json.object().put("channel", channel.id()).put("ts", after.ts()).put("text", after.text());
        answer.set("message", withoutTs(shape.withMetadata(after)));
        return answer;
    }

    private static ObjectNode withoutTs(ObjectNode message) {
        message.remove(List.of("ts", "thread_ts"));
        return message;
    }

    private ObjectNode delete(Call call) {
        var channel = call.channel();
        var message = own(call, channel, "cant_delete_message");
        workspace.messages().delete(channel, message);
        return Json.object().put("channel", channel.id()).put("ts", message.ts());
    }

    private static Message own(Call call, Channel channel, String otherwise) {
        channel.mustBeOpen();
        var message = call.message(channel, "ts");
        if (!message.user().equals(App.USER_ID)) {
            throw new Refused(otherwise);
        }
        return message;
    }

    private ObjectNode whisper(Call call) {
        var channel = call.channel();
        channel.mustBeOpen();
        channel.mustHave(call.bot().id());
        var to = call.user();
        if (!channel.has(to.id())) {
            throw new Refused("user_not_in_channel");
        }
        var draft = draft(call).inThread(thread(call));
        var message = workspace.messages().whisper(channel, call.bot(), to, draft);
        return Json.object().put("message_ts", message.ts());
    }

    private ObjectNode permalink(Call call) {
        var channel = call.channel();
        var message = call.message(channel, "message_ts");
        return Json.object().put("permalink", shape.permalink(channel, message)).put("channel", channel.id());
    }
}
