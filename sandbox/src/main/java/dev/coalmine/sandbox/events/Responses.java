package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.blocks.BlockIds;
import dev.coalmine.sandbox.blocks.BlockRules;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Draft;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the app says in answer: with its acknowledgement, or later to the response URL. */
public final class Responses {

    private final Workspace workspace;
    private final ResponseUrls urls;

    Responses(Workspace workspace, ResponseUrls urls) {
        this.workspace = workspace;
        this.urls = urls;
    }

    /** A post to a response URL; with the workspace locked. */
    public void later(String secret, JsonNode said) {
        var target = urls.use(secret);
        var source = Optional.ofNullable(target.source());
        if (said.path("delete_original").asBoolean(false)) {
            source.ifPresent(it -> workspace.messages().delete(target.channel(), it));
            return;
        }
        var draft = draft(said);
        var replaced = source.filter(it -> said.path("replace_original").asBoolean(false));
        var shown = replaced.isPresent()
                ? workspace.messages().edit(target.channel(), replaced.get(), workspace.bot(), draft)
                : say(target.channel(), target.person(), said, draft);
        target.screen().shows(shown);
        urls.shown(secret, shown);
    }

    /** What came with the acknowledgement of a command; an empty one shows nothing. */
    Optional<Message> atOnce(Channel channel, Person person, JsonNode said) {
        var body = said.isString() ? Json.object().put("text", said.asString("")) : said;
        var empty = Json.text(body, "text").isBlank() && Json.blank(body.path("blocks"));
        return empty ? Optional.empty() : Optional.of(say(channel, person, body, draft(body)));
    }

    private Message say(Channel channel, Person person, JsonNode said, Draft draft) {
        return Json.text(said, "response_type").equals("in_channel")
                ? workspace.messages().post(channel, workspace.bot(), draft)
                : workspace.messages().whisper(channel, workspace.bot(), person, draft);
    }

    private static Draft draft(JsonNode said) {
        var blocks = blocks(said.path("blocks"));
        var attachments = Json.blank(said.path("attachments")) ? null : said.path("attachments");
        var text = Json.text(said, "text");
        if (text.isBlank() && blocks == null && attachments == null) {
            throw new Refused("no_text");
        }
        var thread = said.path("thread_ts").stringValue(null);
        return new Draft(text, blocks, attachments, null, thread, false, null, List.of(), false);
    }

    private static @Nullable JsonNode blocks(JsonNode given) {
        if (Json.blank(given)) {
            return null;
        }
        BlockRules.checkMessage(given);
        return BlockIds.filled(given);
    }
}
