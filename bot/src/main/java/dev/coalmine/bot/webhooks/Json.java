package dev.coalmine.bot.webhooks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON that may lack anything, and have anything in place of anything. */
final class Json {

    // Whole numbers stay whole whatever their size, as keys beyond 2^53 need it.
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /** What the text says, or a refusal; never null and never a missing node. */
    static JsonNode parse(String text) {
        try {
            var tree = MAPPER.readTree(text);
            if (tree == null || tree.isMissingNode()) {
                throw new Unreadable("The body is empty.");
            }
            return tree;
        } catch (JacksonException notJson) {
            throw notJson(notJson);
        }
    }

    /** The exception's own words may quote the body. */
    private static Unreadable notJson(JacksonException why) {
        var place = why.getLocation();
        return new Unreadable(
                place == null || place.getLineNr() < 1
                        ? "The body is not JSON."
                        : "The body is not JSON, at line %d, column %d."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }

    /** What the text says, where it may say several things one after the other, as JSON Lines do; never empty. */
    static List<JsonNode> parseAll(String text) {
        var all = new ArrayList<JsonNode>();
        try (var values = MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            values.forEachRemaining(all::add);
        } catch (JacksonException notJson) {
            throw notJson(notJson);
        }
        if (all.isEmpty()) {
            throw new Unreadable("The body is empty.");
        }
        return all;
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** As it can be read again, or a refusal: what came nested as deeply as is read goes no deeper into anything. */
    static String written(JsonNode node) {
        try {
            return node.toString();
        } catch (JacksonException tooDeep) {
            throw new Unreadable("The body is nested too deeply.");
        }
    }

    /** What lies at the end of a path of names. */
    static JsonNode at(JsonNode node, String... path) {
        var found = node;
        for (var name : path) {
            found = found.isObject() ? found.path(name) : MissingNode.getInstance();
        }
        return found;
    }

    /** A text, number or truth value in words; null if there is nothing, or only blanks. */
    static @Nullable String text(JsonNode node, String... path) {
        var found = at(node, path);
        if (!found.isValueNode() || found.isNull()) {
            return null;
        }
        var text = found.asString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The first that is there. */
    static @Nullable String first(@Nullable String... texts) {
        for (var text : texts) {
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The items of a list, the thing itself if it is no list, nothing if there is nothing. */
    static List<JsonNode> items(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream().filter(item -> !item.isNull()).toList();
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }

    /** Names and values in their order, without what is no plain value. */
    static Map<String, String> texts(JsonNode node) {
        var texts = new LinkedHashMap<String, String>();
        if (node.isObject()) {
            node.properties().forEach(property -> {
                if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                    texts.put(property.getKey(), property.getValue().asString());
                }
            });
        }
        return texts;
    }
}
