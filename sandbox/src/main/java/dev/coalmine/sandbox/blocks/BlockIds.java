package dev.coalmine.sandbox.blocks;

import dev.coalmine.sandbox.workspace.Ids;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Slack gives an id to every block and every element that came without one. */
public final class BlockIds {

    private static final Set<String> SILENT = Set.of("image", "mrkdwn", "plain_text");

    private BlockIds() {}

    public static ArrayNode filled(JsonNode blocks) {
        var copy = (ArrayNode) blocks.deepCopy();
        copy.forEach(it -> fill((ObjectNode) it));
        return copy;
    }

    private static void fill(ObjectNode block) {
        if (block.path("block_id").asString("").isEmpty()) {
            block.put("block_id", Ids.random(5));
        }
        name(block.path("accessory"));
        name(block.path("element"));
        if (block.path("type").asString("").equals("actions")) {
            block.path("elements").forEach(BlockIds::name);
        }
    }

    private static void name(JsonNode element) {
        if (element instanceof ObjectNode it
                && !SILENT.contains(it.path("type").asString(""))
                && it.path("action_id").asString("").isEmpty()) {
            it.put("action_id", Ids.random(5));
        }
    }
}
