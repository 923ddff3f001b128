package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/** What the app asked for: arguments from a form or from JSON, read in the same way. */
final class Call {

    private final Workspace workspace;
    private final Map<String, JsonNode> arguments;

    Call(Workspace workspace, Map<String, JsonNode> arguments) {
        this.workspace = workspace;
        this.arguments = arguments;
    }

    String text(String name) {
        var value = arguments.get(name);
        return value == null ? "" : value.asString("");
    }

    boolean has(String name) {
        return !text(name).isEmpty() || json(name) != null;
    }

    String required(String name) {
        var value = text(name);
        if (value.isEmpty()) {
            throw invalid("[ERROR] missing required field: " + name);
        }
        return value;
    }

    boolean flag(String name) {
        var value = text(name);
        return value.equals("true") || value.equals("1");
    }

    /** A number within bounds, or the one for when nothing was said. */
    int number(String name, int otherwise, int most) {
        var value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return Math.clamp(Long.parseLong(value), 1, most);
        } catch (NumberFormatException e) {
            throw new Refused("invalid_limit");
        }
    }

    List<String> list(String name) {
        var given = arguments.get(name);
        if (given != null && given.isArray()) {
            return given.values().stream().map(it -> it.asString("")).toList();
        }
        return Arrays.stream(text(name).split(","))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /** JSON given as such or as a text; absent when there is none or it is empty. */
    @Nullable
    JsonNode json(String name) {
        var given = arguments.getOrDefault(name, NullNode.getInstance());
        try {
            var node = given.isString() && !given.asString("").isBlank() ? Json.parse(given.asString("")) : given;
            return !node.isContainer() || node.isEmpty() ? null : node;
        } catch (JacksonException e) {
            throw invalid("[ERROR] must be valid json [json-pointer:/%s]".formatted(name));
        }
    }

    static Refused invalid(String message) {
        return Refused.explained("invalid_arguments", List.of(message));
    }

    /** Refuses when the app's manifest does not ask for that permission. */
    void mustHave(String scope) {
        if (!scope.isEmpty() && !workspace.app().hasScope(scope)) {
            var provided = String.join(",", workspace.app().scopes().orElseThrow());
            throw new Refused(
                    "missing_scope", Json.object().put("needed", scope).put("provided", provided));
        }
    }

    Person bot() {
        return workspace.bot();
    }

    Channel channel() {
        var id = required("channel");
        return workspace.channels().get(id, bot());
    }

    /** For finding out which permission is needed; nothing is refused yet. */
    Optional<Channel> channelIfAny() {
        return workspace.channels().find(text("channel"));
    }

    Person user() {
        return workspace.people().get(required("user"));
    }

    /** The message that the two arguments name. */
    Message message(Channel channel, String argument) {
        return workspace
                .messages()
                .in(channel)
                .at(required(argument))
                .orElseThrow(() -> new Refused("message_not_found"));
    }
}
