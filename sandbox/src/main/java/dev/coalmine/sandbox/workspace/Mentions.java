package dev.coalmine.sandbox.workspace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom a message notifies: {@code U…} for a person, {@code S…} for a group, {@code !channel}, {@code !here} and
 * {@code !everyone}. What is escaped, or stands in plain text, notifies nobody.
 */
final class Mentions {

    private static final Pattern ENTITY =
            Pattern.compile("<(?:@([UW][A-Z0-9]+)|!(channel|here|everyone)|!subteam\\^(S[A-Z0-9]+))(?:\\|[^<>]*)?>");
    /** Only looked for when the app asked Slack to link names by itself. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w<@])@(channel|here|everyone)\\b");

    private final Set<String> found = new LinkedHashSet<>();

    static List<String> in(Draft draft) {
        var mentions = new Mentions();
        mentions.readText(draft.text());
        if (draft.linkNames()) {
            mentions.readNames(draft.text());
        }
        mentions.readBlocks(draft.blocks());
        mentions.readAttachments(draft.attachments());
        return List.copyOf(mentions.found);
    }

    private void readText(String text) {
        var entities = ENTITY.matcher(text);
        while (entities.find()) {
            if (entities.group(1) != null) {
                found.add(entities.group(1));
            } else if (entities.group(2) != null) {
                found.add("!" + entities.group(2));
            } else {
                found.add(entities.group(3));
            }
        }
    }

    private void readNames(String text) {
        var names = NAME.matcher(text);
        while (names.find()) {
            found.add("!" + names.group(1));
        }
    }

    /** Anywhere in the blocks: mrkdwn texts, and the elements of rich text. */
    private void readBlocks(@Nullable JsonNode node) {
        if (node == null) {
            return;
        }
        switch (node.path("type").asString("")) {
            case "mrkdwn", "markdown" -> readText(node.path("text").asString(""));
            case "user" -> found.add(node.path("user_id").asString(""));
            case "usergroup" -> found.add(node.path("usergroup_id").asString(""));
            case "broadcast" -> found.add("!" + node.path("range").asString(""));
            default -> node.forEach(this::readBlocks);
        }
    }

    private void readAttachments(@Nullable JsonNode attachments) {
        if (attachments == null) {
            return;
        }
        for (var attachment : attachments) {
            readText(attachment.path("text").asString(""));
            readText(attachment.path("pretext").asString(""));
            readBlocks(attachment.path("blocks"));
        }
    }
}
