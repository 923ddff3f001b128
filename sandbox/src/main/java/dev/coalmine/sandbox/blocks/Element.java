package dev.coalmine.sandbox.blocks;

import dev.coalmine.sandbox.json.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Something in blocks that people can use, and the block in which it stands. */
public record Element(JsonNode block, JsonNode json) {

    /** All of them, in the order in which they are seen. */
    public static List<Element> in(JsonNode blocks) {
        return blocks.values().stream().flatMap(Element::of).toList();
    }

    private static Stream<Element> of(JsonNode block) {
        var many = Json.text(block, "type").equals("actions")
                ? block.path("elements").values().stream()
                : Stream.<JsonNode>of();
        return Stream.concat(Stream.of(block.path("accessory"), block.path("element")), many)
                .filter(it -> it.has("action_id"))
                .map(it -> new Element(block, it));
    }

    public String actionId() {
        return Json.text(json, "action_id");
    }

    public String blockId() {
        return Json.text(block, "block_id");
    }

    public String type() {
        return Json.text(json, "type");
    }

    /** What people see: the text of a button, the placeholder of a menu, the label of an input. */
    public String label() {
        return Stream.of(json.path("text"), json.path("placeholder"), block.path("label"))
                .map(it -> Json.text(it, "text"))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    public boolean input() {
        return Json.text(block, "type").equals("input");
    }

    public boolean optional() {
        return block.path("optional").asBoolean(false);
    }

    /** Whether it holds something, as a menu does and a button does not. */
    public boolean holds() {
        return !List.of("button", "overflow", "workflow_button").contains(type());
    }

    /** What a click on it is called in {@code block_actions}. */
    public ObjectNode action(ObjectNode state, String ts) {
        var action = state.deepCopy()
                .put("type", type())
                .put("action_id", actionId())
                .put("block_id", blockId())
                .put("action_ts", ts);
        for (var name : List.of("text", "value", "style", "url", "placeholder")) {
            if (json.has(name) && !action.has(name)) {
                action.set(name, json.path(name));
            }
        }
        return action;
    }
}
