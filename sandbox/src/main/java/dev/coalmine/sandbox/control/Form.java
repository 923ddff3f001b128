package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.blocks.Element;
import dev.coalmine.sandbox.blocks.ElementState;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A form or a message with fields, and how a person fills it. */
final class Form {

    private final Workspace workspace;
    private final List<Element> elements;

    Form(Workspace workspace, JsonNode blocks) {
        this.workspace = workspace;
        this.elements = Element.in(blocks);
    }

    ElementState state(Element element) {
        return new ElementState(element, this::id);
    }

    private String id(String name) {
        var plain = name.replaceFirst("^[@#]", "");
        return workspace
                .people()
                .named(plain)
                .map(Person::id)
                .or(() -> workspace.channels().named(plain).map(Channel::id))
                .orElse(plain);
    }

    ObjectNode stateOf(Element element, JsonNode given) {
        try {
            return state(element).of(given);
        } catch (IllegalArgumentException e) {
            throw new Wrong(String.valueOf(e.getMessage()));
        }
    }

    /** What all fields hold now: what was given, else what was there before, else what they start with. */
    ObjectNode values(JsonNode given, JsonNode before) {
        refuseUnknown(given);
        var values = Json.object();
        for (var element : elements) {
            if (element.holds()) {
                var held = held(element, given, before);
                ((ObjectNode) values.withObjectProperty(element.blockId())).set(element.actionId(), held);
            }
        }
        return values;
    }

    private JsonNode held(Element element, JsonNode given, JsonNode before) {
        var typed = given(element, given);
        if (typed.isPresent()) {
            return Json.blank(typed.get()) || typed.get().asString(" ").isEmpty()
                    ? state(element).empty()
                    : stateOf(element, typed.get());
        }
        var was = before.path(element.blockId()).path(element.actionId());
        return was.isObject() ? was.deepCopy() : state(element).initial().orElseGet(state(element)::empty);
    }

    /** Nested as block and action, or flat under either id. */
    private static Optional<JsonNode> given(Element element, JsonNode given) {
        var block = given.path(element.blockId());
        if (block.isObject() && block.has(element.actionId())) {
            return Optional.of(block.path(element.actionId()));
        }
        if (given.has(element.actionId())) {
            return Optional.of(given.path(element.actionId()));
        }
        var plain = given.has(element.blockId()) && (!block.isObject() || block.has("type"));
        return plain ? Optional.of(block) : Optional.empty();
    }

    private void refuseUnknown(JsonNode given) {
        var known = elements.stream()
                .flatMap(it -> Stream.of(it.blockId(), it.actionId()))
                .toList();
        given.propertyNames().stream()
                .filter(it -> !known.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Wrong("There is no field “%s” in this form; there are %s".formatted(it, fields()));
                });
    }

    private String fields() {
        return elements.stream().map(Element::actionId).collect(Collectors.joining(", "));
    }

    /** What Slack itself refuses before the app hears of it. */
    ObjectNode problems(JsonNode values) {
        var problems = Json.object();
        for (var element : elements) {
            if (element.input()) {
                var state = values.path(element.blockId()).path(element.actionId());
                problem(element, state).ifPresent(it -> problems.put(element.blockId(), it));
            }
        }
        return problems;
    }

    private static Optional<String> problem(Element element, JsonNode state) {
        if (ElementState.blank(state)) {
            return element.optional() ? Optional.empty() : Optional.of("Please complete this required field.");
        }
        var length = Json.text(state, "value").length();
        if (length < element.json().path("min_length").asInt(0)) {
            return Optional.of("Please enter a longer text.");
        }
        if (length > element.json().path("max_length").asInt(3000)) {
            return Optional.of("Please enter a shorter text.");
        }
        return Optional.empty();
    }

    Element named(String name) {
        var found = new ArrayList<>(
                elements.stream().filter(it -> it.actionId().equals(name)).toList());
        elements.stream().filter(it -> it.label().equals(name)).forEach(found::add);
        if (found.isEmpty()) {
            throw new Wrong("There is no “%s” to use here; there are %s".formatted(name, offers()));
        }
        return found.getFirst();
    }

    private String offers() {
        return elements.stream()
                .map(it -> "“%s” (%s)".formatted(it.label(), it.actionId()))
                .collect(Collectors.joining(", "));
    }
}
