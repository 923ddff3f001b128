package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.services.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Launchers that say in our JSON what they launch: one launch, a list, or one after the other as JSON Lines.
 *
 * <p>Whoever sends this has written it for us and can mend it, so what is wrong is refused, with its reason.
 */
@Component
class Launches extends TokenSource {

    static final String NAME = "launches";

    private static final int MOST_LAUNCHES = 1_000;

    private final Catalog catalog;

    Launches(HookSettings settings, Catalog catalog) {
        super(
                NAME,
                "COALMINE_HOOKS_LAUNCHES_TOKEN",
                settings.launches().token(),
                settings.launches().limit());
        this.catalog = catalog;
    }

    @Override
    public void check(String kept) {
        launches(kept, Instant.EPOCH);
    }

    @Override
    public List<Alert> read(String kept, Instant receivedAt) {
        return List.of();
    }

    @Override
    public List<Launch> launches(String kept, Instant receivedAt) {
        var items = items(kept);
        if (items.isEmpty() || items.size() > MOST_LAUNCHES) {
            throw new Unreadable("A list must hold 1 to %d launches.".formatted(MOST_LAUNCHES));
        }
        return items.size() == 1
                ? List.of(launch(items.getFirst(), receivedAt))
                : IntStream.range(0, items.size())
                        .mapToObj(n -> launch(items.get(n), n, receivedAt))
                        .toList();
    }

    private static List<JsonNode> items(String kept) {
        return kept.stripLeading().startsWith("[")
                ? Json.parse(kept).valueStream().toList()
                : Json.parseAll(kept);
    }

    private Launch launch(JsonNode item, int n, Instant receivedAt) {
        try {
            return launch(item, receivedAt);
        } catch (Unreadable refused) {
            throw new Unreadable("Launch %d: %s".formatted(n + 1, refused.reason()));
        }
    }

    private Launch launch(JsonNode item, Instant receivedAt) {
        if (!item.isObject()) {
            throw new Unreadable("A launch must be a JSON object.");
        }
        return new LaunchJson(item).launch(catalog, receivedAt);
    }
}
