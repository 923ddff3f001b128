package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.Heard;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a message by whomever, for those who look at what other bots say. */
@Component
public class PostedReader {

    // More than anybody looks at; the whole of it may have to wait in the outbox.
    private static final int LONGEST = 8_000;
    private static final int MOST_BOTS = 1_000;

    private final Permalinks links;
    // What tells of a change leaves out what the bot calls itself.
    private final Map<String, String> bots = new ConcurrentHashMap<>();

    PostedReader(Permalinks links) {
        this.links = links;
    }

    /** @param at the time of the change, if it is one; else null */
    public Heard.Posted read(String channel, JsonNode message, @Nullable String at) {
        var ts = message.path("ts").asString("");
        return new Heard.Posted(
                channel,
                ts,
                at == null ? ts : at,
                byBot(message) ? null : text(message.path("user")),
                byBot(message) ? bot(message) : null,
                cut(MessageLines.of(message)),
                links.of(null, channel, ts, text(message.path("thread_ts"))));
    }

    /** Whether a person wrote it. What a program posts in somebody's name is that program's. */
    private static boolean byBot(JsonNode message) {
        return message.path("subtype").asString("").equals("bot_message") || message.hasNonNull("bot_id");
    }

    /** By its name, if it ever said one. */
    private @Nullable String bot(JsonNode message) {
        var id = message.path("bot_id").asString("");
        var name = Stream.of(
                        message.path("username"), message.path("bot_profile").path("name"))
                .map(it -> it.asString(""))
                .filter(it -> !it.isBlank())
                .findFirst();
        if (name.isPresent() && bots.size() < MOST_BOTS) {
            bots.put(id, name.get());
        }
        return name.orElse(bots.getOrDefault(id, id.isEmpty() ? null : id));
    }

    private static @Nullable String text(JsonNode node) {
        var text = node.asString("");
        return text.isEmpty() ? null : text;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
