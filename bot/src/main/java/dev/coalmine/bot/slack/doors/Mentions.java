package dev.coalmine.bot.slack.doors;

import dev.coalmine.commands.language.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code @coalmine severity 2}: the same words as behind {@code /incident}, where slash commands do not work. */
@Component
class Mentions {

    /** The request that a mention makes; it is answered in its thread. */
    Optional<Request> read(JsonNode envelope, String key) {
        var event = envelope.path("event");
        if (!event.path("type").asString("").equals("app_mention") || event.has("bot_id")) {
            return Optional.empty();
        }
        var ts = event.path("ts").asString("");
        return Optional.of(new Request(
                key,
                event.path("user").asString(""),
                event.path("channel").asString(""),
                event.path("thread_ts").asString(ts),
                null,
                words(event.path("text").asString(""), EventReader.self(envelope)),
                Request.Door.MENTION));
    }

    /** What stands behind the mention; what stands before it was said to somebody else. */
    private static String words(String text, String self) {
        var parts = text.split("<@%s(\\|[^>]*)?>".formatted(self.isEmpty() ? "[UW][A-Z0-9]+" : self), 2);
        return parts[parts.length - 1].strip();
    }
}
