package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A message as the workspace shows it. */
public record Said(JsonNode json) {

    public String ts() {
        return Json.text(json, "ts");
    }

    /** The name of who said it. */
    public String user() {
        return Json.text(json, "user");
    }

    /** The text, and all that is written in the blocks. */
    public String text() {
        return Texts.of(json);
    }

    public String thread() {
        return Json.text(json, "thread_ts");
    }

    public String subtype() {
        return Json.text(json, "subtype");
    }

    /** Who was notified. */
    public List<String> mentions() {
        return json.path("mentions").values().stream()
                .map(it -> it.asString(""))
                .toList();
    }

    /** Who alone could see it. */
    public Optional<String> onlyFor() {
        return json.path("ephemeral_to").stringValueOpt();
    }
}
