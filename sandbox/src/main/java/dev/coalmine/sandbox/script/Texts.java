package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a person reads in a message or a form, one line each. */
final class Texts {

    private Texts() {}

    static String of(JsonNode message) {
        var lines = new ArrayList<String>();
        lines.add(Json.text(message, "text"));
        collect(message.path("blocks"), lines);
        return String.join("\n", lines.stream().filter(it -> !it.isBlank()).toList());
    }

    private static void collect(JsonNode node, List<String> lines) {
        if (node.isObject() && node.path("text").isString()) {
            lines.add(Json.text(node, "text"));
        }
        node.forEach(it -> collect(it, lines));
    }
}
