package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Another bot than the one that is tried; it posts as incoming webhooks do. */
public final class OtherBot {

    private final Script script;
    private final String name;

    OtherBot(Script script, String name) {
        this.script = script;
        this.name = name;
    }

    /** The ts of what was posted. */
    public String posts(String channel, String text) {
        return send(in(channel).put("text", text));
    }

    public String repliesTo(String channel, String thread, String text) {
        return send(in(channel).put("text", text).put("thread", thread));
    }

    public String postsAttachments(String channel, JsonNode attachments) {
        return send(in(channel).set("attachments", attachments));
    }

    public String postsBlocks(String channel, JsonNode blocks) {
        return send(in(channel).set("blocks", blocks));
    }

    public void edits(String channel, String ts, String text) {
        send(in(channel).put("ts", ts).put("text", text));
    }

    private ObjectNode in(String channel) {
        return Json.object().put("as", name).put("in", channel);
    }

    private String send(ObjectNode wish) {
        return Json.text(script.wish("bot", wish), "ts");
    }
}
