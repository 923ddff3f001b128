package dev.coalmine.sandbox.blocks;

import dev.coalmine.sandbox.workspace.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is wrong with somebody's blocks, in Slack's words, and the ids that were used so far. */
final class Problems {

    private final List<String> found = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    void add(String pointer, String message) {
        found.add("[ERROR] %s [json-pointer:%s]".formatted(message, pointer));
    }

    void atMost(JsonNode array, int most, String pointer) {
        if (array.size() > most) {
            add(pointer, "no more than %d items allowed".formatted(most));
        }
    }

    void atLeastOne(JsonNode array, String pointer) {
        if (!array.isArray() || array.isEmpty()) {
            add(pointer, "must provide at least 1 item");
        }
    }

    void length(JsonNode text, int most, String pointer) {
        var value = text.asString("");
        if (value.codePointCount(0, value.length()) > most) {
            add(pointer, "must be less than %d characters".formatted(most + 1));
        }
    }

    void required(JsonNode node, String field, String pointer) {
        if (node.path(field).asString("").isEmpty() && !node.path(field).isContainer()) {
            add(pointer, "missing required field: " + field);
        }
    }

    void oneOf(JsonNode value, List<String> allowed, String pointer) {
        if (!allowed.contains(value.asString(""))) {
            add(pointer, "must be one of %s".formatted(allowed));
        }
    }

    /** An id of 255 characters at most that nothing else of the same kind and place has. */
    void id(JsonNode node, String field, String place, String pointer) {
        if (!node.has(field)) {
            return;
        }
        length(node.path(field), 255, pointer + "/" + field);
        if (!ids.add(place + field + node.path(field).asString(""))) {
            add(pointer, "%s already exists".formatted(field));
        }
    }

    void refuse(String code) {
        if (!found.isEmpty()) {
            throw Refused.explained(code, found);
        }
    }
}
