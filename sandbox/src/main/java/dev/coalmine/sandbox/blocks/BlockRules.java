package dev.coalmine.sandbox.blocks;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack accepts as blocks; its SDK checks none of this. */
public final class BlockRules {

    private static final int IN_MESSAGE = 50;
    private static final Set<String> UNCHECKED = Set.of("divider", "video", "file", "table");

    private BlockRules() {}

    /** Refuses with {@code invalid_blocks} and every reason. */
    public static void checkMessage(JsonNode blocks) {
        var problems = new Problems();
        checkAll(blocks, IN_MESSAGE, problems);
        problems.refuse("invalid_blocks");
    }

    static void checkAll(JsonNode blocks, int most, Problems problems) {
        if (!blocks.isArray()) {
            problems.add("/blocks", "must be an array");
            return;
        }
        problems.atMost(blocks, most, "/blocks");
        for (var i = 0; i < blocks.size(); i++) {
            check(blocks.get(i), "/blocks/" + i, problems);
        }
    }

    private static void check(JsonNode block, String pointer, Problems problems) {
        problems.id(block, "block_id", "", pointer);
        var type = block.path("type").asString("");
        switch (type) {
            case "section" -> section(block, pointer, problems);
            case "header" -> TextRules.plain(block.path("text"), 150, pointer + "/text", problems);
            case "actions" -> elements(block, 25, pointer, problems);
            case "context" -> context(block, pointer, problems);
            case "input" -> input(block, pointer, problems);
            case "image" -> image(block, pointer, problems);
            case "rich_text" -> problems.atLeastOne(block.path("elements"), pointer + "/elements");
            case "markdown" -> problems.length(block.path("text"), 12_000, pointer + "/text");
            default -> {
                if (!UNCHECKED.contains(type)) {
                    problems.add(pointer + "/type", "unsupported type: " + type);
                }
            }
        }
    }

    private static void section(JsonNode block, String pointer, Problems problems) {
        var fields = block.path("fields");
        if (!block.has("fields") || block.has("text")) {
            TextRules.any(block.path("text"), 3000, pointer + "/text", problems);
        }
        problems.atMost(fields, 10, pointer + "/fields");
        for (var field : fields) {
            TextRules.any(field, 2000, pointer + "/fields", problems);
        }
        if (block.has("accessory")) {
            ElementRules.check(block.path("accessory"), place(block, pointer), pointer + "/accessory", problems);
        }
    }

    private static void elements(JsonNode block, int most, String pointer, Problems problems) {
        var elements = block.path("elements");
        problems.atLeastOne(elements, pointer + "/elements");
        problems.atMost(elements, most, pointer + "/elements");
        for (var element : elements) {
            ElementRules.check(element, place(block, pointer), pointer + "/elements", problems);
        }
    }

    private static void context(JsonNode block, String pointer, Problems problems) {
        var elements = block.path("elements");
        problems.atLeastOne(elements, pointer + "/elements");
        problems.atMost(elements, 10, pointer + "/elements");
        for (var element : elements) {
            if (element.path("type").asString("").equals("image")) {
                problems.required(element, "alt_text", pointer + "/elements");
            } else {
                TextRules.any(element, 3000, pointer + "/elements", problems);
            }
        }
    }

    private static void input(JsonNode block, String pointer, Problems problems) {
        TextRules.plain(block.path("label"), 2000, pointer + "/label", problems);
        if (block.has("hint")) {
            TextRules.plain(block.path("hint"), 2000, pointer + "/hint", problems);
        }
        if (!block.path("element").isObject()) {
            problems.add(pointer, "missing required field: element");
            return;
        }
        var notInInput = List.of("button", "overflow", "image");
        if (notInInput.contains(block.path("element").path("type").asString(""))) {
            problems.add(pointer + "/element/type", "unsupported type in an input block");
        }
        ElementRules.check(block.path("element"), place(block, pointer), pointer + "/element", problems);
    }

    private static void image(JsonNode block, String pointer, Problems problems) {
        problems.required(block, "alt_text", pointer);
        problems.length(block.path("alt_text"), 2000, pointer + "/alt_text");
        problems.length(block.path("image_url"), 3000, pointer + "/image_url");
        if (!block.has("slack_file")) {
            problems.required(block, "image_url", pointer);
        }
    }

    /** An action_id has to be unique within its block. */
    private static String place(JsonNode block, String pointer) {
        return block.path("block_id").asString(pointer) + "/";
    }
}
