package dev.coalmine.sandbox.blocks;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What Slack accepts as a text object. */
final class TextRules {

    private TextRules() {}

    static void plain(JsonNode text, int most, String pointer, Problems problems) {
        check(text, List.of("plain_text"), most, pointer, problems);
    }

    static void any(JsonNode text, int most, String pointer, Problems problems) {
        check(text, List.of("plain_text", "mrkdwn"), most, pointer, problems);
    }

    private static void check(JsonNode text, List<String> types, int most, String pointer, Problems problems) {
        if (!text.isObject()) {
            problems.add(pointer, "missing required field: text");
            return;
        }
        problems.oneOf(text.path("type"), types, pointer + "/type");
        if (text.path("text").asString("").isEmpty()) {
            problems.add(pointer + "/text", "must be more than 0 characters");
        }
        problems.length(text.path("text"), most, pointer + "/text");
    }
}
