package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Refused;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads what came with a request, whichever way the app sent it. */
final class Arguments {

    private Arguments() {}

    static Map<String, JsonNode> of(Context context) {
        var arguments = new HashMap<String, JsonNode>();
        context.queryParamMap().forEach((name, values) -> arguments.put(name, StringNode.valueOf(values.getFirst())));
        if (context.isJson()) {
            json(context.body()).properties().forEach(it -> arguments.put(it.getKey(), it.getValue()));
        } else {
            context.formParamMap()
                    .forEach((name, values) -> arguments.put(name, StringNode.valueOf(values.getFirst())));
        }
        return arguments;
    }

    private static JsonNode json(String body) {
        try {
            var json = Json.parse(body.isBlank() ? "{}" : body);
            if (json.isObject()) {
                return json;
            }
            throw new Refused("json_not_object");
        } catch (JacksonException e) {
            throw new Refused("invalid_json");
        }
    }

    /** From the header, or from the argument of that name. */
    static String token(Context context, Map<String, JsonNode> arguments) {
        var header = context.header("Authorization");
        if (header != null && header.startsWith("Bearer ")) {
            return header.substring("Bearer ".length()).strip();
        }
        var argument = arguments.get("token");
        return argument == null ? "" : argument.asString("");
    }
}
