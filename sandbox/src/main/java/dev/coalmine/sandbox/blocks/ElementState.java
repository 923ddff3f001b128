package dev.coalmine.sandbox.blocks;

import dev.coalmine.sandbox.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an element holds, in the shape that Slack sends: made from what a script says in a word ({@code "sev1"}), in
 * several ({@code ["alice", "bob"]}), or from a state that is complete already.
 */
public final class ElementState {

    private static final Map<String, String> SINGLE = Map.ofEntries(
            Map.entry("users_select", "selected_user"),
            Map.entry("conversations_select", "selected_conversation"),
            Map.entry("channels_select", "selected_channel"),
            Map.entry("datepicker", "selected_date"),
            Map.entry("timepicker", "selected_time"),
            Map.entry("plain_text_input", "value"),
            Map.entry("email_text_input", "value"),
            Map.entry("url_text_input", "value"),
            Map.entry("number_input", "value"));
    private static final Map<String, String> SEVERAL = Map.of(
            "multi_users_select", "selected_users",
            "multi_conversations_select", "selected_conversations",
            "multi_channels_select", "selected_channels");

    private final Element element;
    private final UnaryOperator<String> ids;

    /** {@code ids} turns the name of a person or a channel into its id. */
    public ElementState(Element element, UnaryOperator<String> ids) {
        this.element = element;
        this.ids = ids;
    }

    /** Refuses with {@link IllegalArgumentException} what cannot be chosen here. */
    public ObjectNode of(JsonNode given) {
        if (given.isObject() && given.has("type")) {
            return (ObjectNode) given.deepCopy();
        }
        var state = Json.object().put("type", element.type());
        switch (element.type()) {
            case "static_select", "radio_buttons", "overflow", "external_select" ->
                state.set("selected_option", option(given.asString("")));
            case "multi_static_select", "checkboxes", "multi_external_select" ->
                state.set("selected_options", Json.arrayOf(words(given).map(this::option)));
            case "datetimepicker" -> state.put("selected_date_time", given.asLong(0));
            case "rich_text_input" -> state.set("rich_text_value", richText(given.asString("")));
            default -> simple(given, state);
        }
        return state;
    }

    private void simple(JsonNode given, ObjectNode state) {
        if (SEVERAL.containsKey(element.type())) {
            var chosen = words(given).map(ids).toList();
            state.set(SEVERAL.get(element.type()), Json.array(chosen));
        } else if (SINGLE.containsKey(element.type())) {
            var picks = element.type().endsWith("_select");
            var text = given.asString("");
            state.put(SINGLE.get(element.type()), picks ? ids.apply(text) : text);
        }
    }

    private static Stream<String> words(JsonNode given) {
        return given.isArray()
                ? given.values().stream().map(it -> it.asString(""))
                : Stream.of(given.asString("")).filter(it -> !it.isEmpty());
    }

    /** By its value, or by what people read. */
    private JsonNode option(String wanted) {
        var options = options();
        return options.stream()
                .filter(it -> Json.text(it, "value").equals(wanted))
                .findFirst()
                .or(() -> options.stream()
                        .filter(it -> Json.text(it.path("text"), "text").equals(wanted))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException("“%s” is no choice of %s; there are %s"
                        .formatted(wanted, element.actionId(), values(options))));
    }

    private List<JsonNode> options() {
        var grouped = element.json().path("option_groups").values().stream()
                .flatMap(it -> it.path("options").values().stream());
        return Stream.concat(element.json().path("options").values().stream(), grouped)
                .toList();
    }

    private static String values(List<JsonNode> options) {
        return options.stream().map(it -> Json.text(it, "value")).collect(Collectors.joining(", "));
    }

    private static ObjectNode richText(String text) {
        var block = Json.object().put("type", "rich_text");
        var section = block.putArray("elements").addObject().put("type", "rich_text_section");
        section.putArray("elements").addObject().put("type", "text").put("text", text);
        return block;
    }

    /** What it holds before anybody has touched it; nothing for a field that starts empty. */
    public Optional<ObjectNode> initial() {
        var state = Json.object().put("type", element.type());
        element.json().properties().forEach(it -> {
            if (it.getKey().startsWith("initial_")) {
                state.set(stateField(it.getKey()), it.getValue().deepCopy());
            }
        });
        return state.size() > 1 ? Optional.of(state) : Optional.empty();
    }

    private String stateField(String initial) {
        return switch (initial) {
            case "initial_value" -> element.type().equals("rich_text_input") ? "rich_text_value" : "value";
            default -> "selected_" + initial.substring("initial_".length());
        };
    }

    /** The state of a field that was left empty. */
    public ObjectNode empty() {
        var state = Json.object().put("type", element.type());
        var single = SINGLE.get(element.type());
        if (single != null) {
            state.putNull(single);
        } else if (SEVERAL.containsKey(element.type())) {
            state.putArray(SEVERAL.get(element.type()));
        } else if (List.of("multi_static_select", "checkboxes").contains(element.type())) {
            state.putArray("selected_options");
        } else if (List.of("static_select", "radio_buttons").contains(element.type())) {
            state.putNull("selected_option");
        }
        return state;
    }

    /** Whether a state says that nothing was filled in. */
    public static boolean blank(JsonNode state) {
        return state.properties().stream()
                .filter(it -> !it.getKey().equals("type"))
                .allMatch(it -> it.getValue().isNull()
                        || it.getValue().isContainer() && it.getValue().isEmpty()
                        || it.getValue().isString()
                                && it.getValue().asString("").isEmpty());
    }
}
