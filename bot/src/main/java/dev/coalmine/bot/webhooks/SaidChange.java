package dev.coalmine.bot.webhooks;

import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Change.Kind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Our own JSON for a change. Unknown fields are ignored; a known one of the wrong kind is refused by its name. */
record SaidChange(JsonNode json) {

    Change change(Instant receivedAt) {
        var ended = time("ended").map(said -> Times.trusted(Optional.of(said), receivedAt));
        var at = time("at")
                .map(said -> Times.trusted(Optional.of(said), receivedAt))
                .or(() -> ended)
                .orElse(receivedAt);
        if (ended.filter(at::isAfter).isPresent()) {
            throw new Unreadable("“ended” is before “at”.");
        }
        return new Change(
                at,
                ended.orElse(null),
                receivedAt,
                kind(),
                what(),
                text("service"),
                text("who"),
                text("outcome"),
                text("link"),
                ReportedChanges.NAME,
                text("id"));
    }

    private Kind kind() {
        var word = text("kind");
        return word == null
                ? Kind.OTHER
                : Kind.read(word)
                        .orElseThrow(
                                () -> new Unreadable("“kind” must be deployment, flag, configuration, run or other."));
    }

    private String what() {
        var what = text("what");
        if (what == null) {
            throw new Unreadable("“what” is missing: what was changed, in a few words.");
        }
        return what;
    }

    private Optional<Instant> time(String name) {
        var text = text(name);
        if (text != null && !Times.readable(text)) {
            throw new Unreadable(
                    "“%s” must be a time such as 2026-03-01T12:00:00Z, or seconds since 1970.".formatted(name));
        }
        return text == null ? Optional.empty() : Times.read(text);
    }

    private @Nullable String text(String name) {
        if (!json.path(name).isMissingNode() && !json.path(name).isValueNode()) {
            throw new Unreadable("“%s” must be a text.".formatted(name));
        }
        return Json.text(json, name);
    }
}
