package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Our own JSON for a launch. Unknown fields are ignored; a known one of the wrong kind is refused by its name.
 *
 * @param json the launch, an object
 */
record LaunchJson(JsonNode json) {

    Launch launch(Catalog catalog, Instant receivedAt) {
        var signal = new HeardSignal(
                at(receivedAt),
                receivedAt,
                Kind.LAUNCH,
                catalog.properName(source()),
                automated(),
                text("entity"),
                outcome(),
                text("text"),
                link(),
                Launches.NAME,
                attributes());
        return new Launch(text("id"), signal);
    }

    private String source() {
        var source = text("source");
        if (source == null) {
            throw new Unreadable("“source” is missing: the name of the launcher.");
        }
        return source;
    }

    private Instant at(Instant receivedAt) {
        var text = text("at");
        if (text == null) {
            return receivedAt;
        }
        if (!Times.readable(text)) {
            throw new Unreadable("“at” must be a time such as 2026-03-01T12:00:00Z, or seconds since 1970.");
        }
        return Times.trusted(Times.read(text), receivedAt);
    }

    private Outcome outcome() {
        var word = text("outcome");
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "started" -> Outcome.STARTED;
            case "succeeded" -> Outcome.SUCCEEDED;
            case "failed" -> Outcome.FAILED;
            case String other -> throw new Unreadable("“outcome” must be started, succeeded or failed.");
        };
    }

    private @Nullable Boolean automated() {
        var automated = json.path("automated");
        if (automated.isMissingNode() || automated.isNull()) {
            return null;
        }
        if (!automated.isBoolean()) {
            throw new Unreadable("“automated” must be true or false; leave it out if you do not know.");
        }
        return automated.booleanValue();
    }

    private @Nullable String link() {
        var link = text("link");
        if (link != null && !Links.isWeb(link)) {
            throw new Unreadable("“link” must be a web address.");
        }
        return link;
    }

    private Map<String, String> attributes() {
        var attributes = json.path("attributes");
        if (attributes.isMissingNode() || attributes.isNull()) {
            return Map.of();
        }
        if (!attributes.isObject() || !attributes.valueStream().allMatch(JsonNode::isValueNode)) {
            throw new Unreadable("“attributes” must be an object of plain values.");
        }
        return Json.texts(attributes);
    }

    private @Nullable String text(String name) {
        if (!json.path(name).isMissingNode() && !json.path(name).isValueNode()) {
            throw new Unreadable("“%s” must be a text.".formatted(name));
        }
        return Json.text(json, name);
    }
}
