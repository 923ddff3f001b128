package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A call that the app made; {@code outcome} is {@code ok}, an error code or the fault it ran into. */
public record Call(long n, String method, String channel, Instant at, String outcome) {

    static Call of(JsonNode json) {
        return new Call(
                json.path("n").asLong(0),
                Json.text(json, "method"),
                Json.text(json, "channel"),
                Instant.parse(Json.text(json, "at")),
                Json.text(json, "outcome"));
    }
}
