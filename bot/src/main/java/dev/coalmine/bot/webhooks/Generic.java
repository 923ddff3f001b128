package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Anything that can send our JSON, plain or as CloudEvents 1.0 in their three modes.
 *
 * <p>Whoever sends this has written it for us and can mend it, so what is wrong is refused, with its reason.
 */
@Component
class Generic extends TokenSource {

    static final String NAME = "generic";

    private static final int MOST_ALERTS = 1_000;

    Generic(HookSettings settings) {
        super(
                NAME,
                "COALMINE_HOOKS_GENERIC_TOKEN",
                settings.generic().token(),
                settings.generic().limit());
    }

    @Override
    public String keep(Headers headers, String body) {
        return CloudEvent.binary(headers) ? CloudEvent.structured(headers, body) : body;
    }

    @Override
    public void check(String kept) {
        read(kept, Instant.EPOCH);
    }

    @Override
    public List<Alert> read(String kept, Instant receivedAt) {
        var body = Json.parse(kept);
        if (!body.isArray()) {
            return List.of(alert(body, receivedAt));
        }
        if (body.isEmpty() || body.size() > MOST_ALERTS) {
            throw new Unreadable("A list must hold 1 to %d alerts.".formatted(MOST_ALERTS));
        }
        return IntStream.range(0, body.size())
                .mapToObj(n -> alert(body.get(n), n, receivedAt))
                .toList();
    }

    private static Alert alert(JsonNode item, int n, Instant receivedAt) {
        try {
            return alert(item, receivedAt);
        } catch (Unreadable refused) {
            throw new Unreadable("Alert %d of the list: %s".formatted(n + 1, refused.reason()));
        }
    }

    private static Alert alert(JsonNode item, Instant receivedAt) {
        if (!item.isObject()) {
            throw new Unreadable("An alert must be a JSON object.");
        }
        return item.has("specversion")
                ? CloudEvent.of(item).alert(receivedAt)
                : GenericAlert.of(item).alert(receivedAt);
    }
}
