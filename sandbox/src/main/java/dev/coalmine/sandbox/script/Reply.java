package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What somebody was shown in answer to what they did. */
public record Reply(JsonNode json) {

    /** The text, and all that is written in the blocks. */
    public String text() {
        return Texts.of(json);
    }

    public String ts() {
        return Json.text(json, "ts");
    }

    /** Whether only they could see it. */
    public boolean ephemeral() {
        return Json.text(json, "response_type").equals("ephemeral");
    }

    public Optional<JsonNode> view() {
        return Optional.of(json.path("view")).filter(JsonNode::isObject);
    }

    /** The id of the form that is open now. */
    public String viewId() {
        return view().map(it -> Json.text(it, "id"))
                .orElseThrow(() -> new AssertionError("No form was opened: " + json));
    }

    /** What the form complained about, by block; missing when it was accepted. */
    public JsonNode errors() {
        return json.path("errors");
    }

    public long ackedMillis() {
        return json.path("acked_ms").asLong(0);
    }
}
