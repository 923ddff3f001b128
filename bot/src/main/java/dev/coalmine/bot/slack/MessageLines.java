package dev.coalmine.bot.slack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * All that is written in a message, a line each: its text, its attachments, its blocks. Bots say the half of it outside of
 * the text.
 */
public final class MessageLines {

    // What is written deeper is not shown in Slack either.
    private static final int DEEPEST = 8;

    private final List<String> lines = new ArrayList<>();

    private MessageLines() {}

    /** As Slack's mark-up. */
    public static String of(JsonNode message) {
        var lines = new MessageLines();
        var text = text(message, "text");
        lines.add(text);
        message.path("attachments").forEach(lines::attachment);
        // A text that a person typed stands in the rich text once more.
        message.path("blocks").forEach(block -> lines.block(block, text.isEmpty()));
        return String.join("\n", lines.lines);
    }

    private void attachment(JsonNode attachment) {
        for (var part : List.of("pretext", "title", "text", "fallback")) {
            add(text(attachment, part));
        }
        attachment.path("fields").forEach(field -> add("%s: %s".formatted(text(field, "title"), text(field, "value"))));
        attachment.path("blocks").forEach(block -> block(block, true));
    }

    private void block(JsonNode block, boolean richToo) {
        switch (text(block, "type")) {
            case "rich_text" -> {
                if (richToo) {
                    block.path("elements").forEach(it -> rich(it, 0));
                }
            }
            case "context" -> block.path("elements").forEach(it -> add(text(it, "text")));
            case "markdown" -> add(text(block, "text"));
            default -> {
                add(text(block.path("text"), "text"));
                block.path("fields").forEach(it -> add(text(it, "text")));
            }
        }
    }

    /** Sections and quotes are lines; lists hold some of them. */
    private void rich(JsonNode part, int depth) {
        if (text(part, "type").equals("rich_text_list") && depth < DEEPEST) {
            part.path("elements").forEach(it -> rich(it, depth + 1));
        } else {
            var line = new StringBuilder();
            part.path("elements").forEach(it -> line.append(run(it)));
            add(line.toString());
        }
    }

    private static String run(JsonNode run) {
        return switch (text(run, "type")) {
            case "user" -> "<@%s>".formatted(text(run, "user_id"));
            case "emoji" -> ":%s:".formatted(text(run, "name"));
            case "link" ->
                Stream.of(text(run, "text"), text(run, "url"))
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .orElse("");
            default -> text(run, "text");
        };
    }

    private void add(String line) {
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
