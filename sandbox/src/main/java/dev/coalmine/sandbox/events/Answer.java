package dev.coalmine.sandbox.events;

import tools.jackson.databind.JsonNode;

/** What came of telling the app something. */
public sealed interface Answer {

    /** The app has it; the body is whatever it said, or a missing node. */
    record Acked(JsonNode body) implements Answer {}

    /** The app answered, but not with success. */
    record Failed(int status) implements Answer {}

    /** Nothing for three seconds. */
    record TimedOut() implements Answer {}

    /** Nobody is there. */
    record NotConnected() implements Answer {}

    /** Slack's word for the failure, for {@code retry_reason}. */
    default String reason() {
        return switch (this) {
            case Acked(var body) -> "";
            case Failed(var status) -> "http_error";
            case TimedOut() -> "http_timeout";
            case NotConnected() -> "connection_failed";
        };
    }
}
