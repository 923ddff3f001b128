package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.storage.changes.Change;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Whoever changes something and says so: our own JSON, and the notifications of Rundeck in JSON and XML.
 *
 * <p>Whoever sends this can mend it, or sends it once only, so what is wrong is refused, with its reason.
 */
@Component
class ReportedChanges extends TokenSource {

    static final String NAME = "changes";

    private static final int MOST_CHANGES = 1_000;

    ReportedChanges(HookSettings settings) {
        super(
                NAME,
                "COALMINE_HOOKS_CHANGES_TOKEN",
                settings.changes().token(),
                settings.changes().limit());
    }

    @Override
    public void check(String kept) {
        changes(kept, Instant.EPOCH);
    }

    /** No change is a problem. */
    @Override
    public List<Alert> read(String kept, Instant receivedAt) {
        return List.of();
    }

    @Override
    public List<Change> changes(String kept, Instant receivedAt) {
        if (kept.stripLeading().startsWith("<")) {
            return RundeckXml.read(kept).changes(receivedAt);
        }
        var body = Json.parse(kept);
        if (RundeckRun.is(body)) {
            return RundeckRun.of(body).changes(receivedAt);
        }
        return body.isArray() ? list(body, receivedAt) : List.of(change(body, receivedAt));
    }

    private static List<Change> list(JsonNode body, Instant receivedAt) {
        if (body.isEmpty() || body.size() > MOST_CHANGES) {
            throw new Unreadable("A list must hold 1 to %d changes.".formatted(MOST_CHANGES));
        }
        return IntStream.range(0, body.size())
                .mapToObj(n -> change(body.get(n), n, receivedAt))
                .toList();
    }

    private static Change change(JsonNode item, int n, Instant receivedAt) {
        try {
            return change(item, receivedAt);
        } catch (Unreadable refused) {
            throw new Unreadable("Change %d of the list: %s".formatted(n + 1, refused.reason()));
        }
    }

    private static Change change(JsonNode item, Instant receivedAt) {
        if (!item.isObject()) {
            throw new Unreadable("A change must be a JSON object.");
        }
        return new SaidChange(item).change(receivedAt);
    }
}
