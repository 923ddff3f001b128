package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.blocks.BlockIds;
import dev.coalmine.sandbox.blocks.BlockRules;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Bot;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Draft;
import dev.coalmine.sandbox.workspace.Message;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Saying things, and what is done to what was said. */
final class TalkControls implements Controls {

    @Override
    public Map<String, Function<Ask, ObjectNode>> byName() {
        return Map.of(
                "bot", TalkControls::post,
                "message", TalkControls::say,
                "edit", TalkControls::edit,
                "delete", TalkControls::delete,
                "pin", TalkControls::pin,
                "react", TalkControls::react);
    }

    private static ObjectNode say(Ask ask) {
        var channel = inside(ask);
        var text = Composer.message(ask.workspace(), ask.text("text"));
        if (text.isBlank()) {
            throw new Wrong("“text” must say something");
        }
        var draft = Draft.of(text).inThread(ask.textOrNull("thread"));
        var message = ask.workspace().messages().post(channel, ask.person(), draft);
        return Json.object().put("ts", message.ts()).put("channel", channel.id());
    }

    /** What another bot posts, as it writes it: no composer marks names and links for it. With a ts it edits. */
    private static ObjectNode post(Ask ask) {
        var channel = ask.anyChannel();
        var bot = Bot.named(ask.text("as"));
        var draft = draft(ask);
        var messages = ask.workspace().messages();
        var message = ask.has("ts")
                ? messages.edit(channel, own(ask, channel, bot), bot, draft)
                : messages.post(channel, bot, draft.inThread(ask.textOrNull("thread")));
        return Json.object().put("ts", message.ts()).put("channel", channel.id());
    }

    private static Draft draft(Ask ask) {
        var text = ask.has("text") ? ask.text("text") : "";
        var blocks = ask.has("blocks") ? ask.json("blocks") : null;
        var attachments = ask.has("attachments") ? ask.json("attachments") : null;
        if (text.isBlank() && blocks == null && attachments == null) {
            throw new Wrong("“text”, “attachments” or “blocks” must say something");
        }
        if (blocks != null) {
            BlockRules.checkMessage(blocks);
        }
        return Draft.of(text)
                .withBlocks(blocks == null ? null : BlockIds.filled(blocks))
                .withAttachments(attachments);
    }

    private static Message own(Ask ask, Channel channel, Bot bot) {
        return ask.workspace()
                .messages()
                .in(channel)
                .anyAt(ask.text("ts"))
                .filter(it -> it.user().equals(bot.id()))
                .orElseThrow(() -> new Wrong("%s did not write that message".formatted(bot.name())));
    }

    /** People write where they are. */
    private static Channel inside(Ask ask) {
        var channel = ask.channel();
        if (!channel.has(ask.person().id())) {
            throw new Wrong(
                    "%s is not in #%s; join it first".formatted(ask.person().name(), channel.name()));
        }
        return channel;
    }

    private static ObjectNode edit(Ask ask) {
        var channel = inside(ask);
        var message = own(ask, channel);
        var text = Composer.message(ask.workspace(), ask.text("text"));
        ask.workspace().messages().edit(channel, message, ask.person(), Draft.of(text));
        return Json.object().put("ts", message.ts());
    }

    private static ObjectNode delete(Ask ask) {
        var channel = inside(ask);
        var message = own(ask, channel);
        ask.workspace().messages().delete(channel, message);
        return Json.object().put("ts", message.ts());
    }

    private static Message own(Ask ask, Channel channel) {
        var message = ask.lasting(channel);
        if (!message.user().equals(ask.person().id()) || message.subtype().isPresent()) {
            throw new Wrong(
                    "%s did not write that message".formatted(ask.person().name()));
        }
        return message;
    }

    private static ObjectNode pin(Ask ask) {
        var channel = inside(ask);
        var pins = ask.workspace().pins();
        if (ask.flag("remove")) {
            pins.unpin(channel, ask.lasting(channel), ask.person());
        } else {
            pins.pin(channel, ask.lasting(channel), ask.person());
        }
        return Json.object();
    }

    private static ObjectNode react(Ask ask) {
        var channel = inside(ask);
        var name = ask.text("name").replace(":", "");
        var messages = ask.workspace().messages();
        if (ask.flag("remove")) {
            messages.unreact(channel, ask.lasting(channel), ask.person(), name);
        } else {
            messages.react(channel, ask.lasting(channel), ask.person(), name);
        }
        return Json.object();
    }
}
