package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Our own JSON for an alert. Unknown fields are ignored; a known one of the wrong kind is refused by its name.
 *
 * @param json the alert
 * @param event the sender's id for the event, if it comes in an envelope that has one
 * @param subject stands in for a missing key
 * @param time stands in for a missing time
 */
record GenericAlert(
        JsonNode json, @Nullable String event, @Nullable String subject, Optional<Instant> time) {

    static GenericAlert of(JsonNode json) {
        return new GenericAlert(json, null, null, Optional.empty());
    }

    Alert alert(Instant receivedAt) {
        var kind = kind();
        return Alert.of(Generic.NAME, key(), kind, Times.trusted(at().or(() -> time), receivedAt))
                .event(event != null ? event : text("id"))
                .title(title(kind))
                .service(text("service"))
                .severity(text("severity"))
                .urgent(Severities.urgent(text("severity")))
                .people(people())
                .by(text("by"))
                .link(text("link"))
                .runbook(text("runbook"))
                .summary(text("summary"))
                .labels(labels())
                .build();
    }

    private String key() {
        var key = Json.first(text("key"), subject);
        if (key == null) {
            throw new Unreadable(
                    "“key” is missing: your own name for the problem, the same from its start to its end.");
        }
        return key;
    }

    private Kind kind() {
        var status = text("status");
        return switch (status == null ? "firing" : status.toLowerCase(Locale.ROOT)) {
            case "firing" -> Kind.FIRING;
            case "acknowledged" -> Kind.ACKNOWLEDGED;
            case "resolved" -> Kind.RESOLVED;
            case String other -> throw new Unreadable("“status” must be firing, acknowledged or resolved.");
        };
    }

    private @Nullable String title(Kind kind) {
        var title = text("title");
        if (title == null && kind == Kind.FIRING) {
            throw new Unreadable("“title” is missing: a firing alert needs one.");
        }
        return title;
    }

    private Optional<Instant> at() {
        var text = text("at");
        if (text != null && !Times.readable(text)) {
            throw new Unreadable("“at” must be a time such as 2026-03-01T12:00:00Z, or seconds since 1970.");
        }
        return text == null ? Optional.empty() : Times.read(text);
    }

    private List<String> people() {
        var people = json.path("people");
        if (people.isMissingNode() || people.isNull()) {
            return List.of();
        }
        if (!people.isArray() || !people.valueStream().allMatch(JsonNode::isString)) {
            throw new Unreadable("“people” must be a list of e-mail addresses or names.");
        }
        return people.valueStream().map(JsonNode::asString).toList();
    }

    private Map<String, String> labels() {
        var labels = json.path("labels");
        if (labels.isMissingNode() || labels.isNull()) {
            return Map.of();
        }
        if (!labels.isObject() || !labels.valueStream().allMatch(JsonNode::isValueNode)) {
            throw new Unreadable("“labels” must be an object of plain values.");
        }
        return Json.texts(labels);
    }

    private @Nullable String text(String name) {
        if (!json.path(name).isMissingNode() && !json.path(name).isValueNode()) {
            throw new Unreadable("“%s” must be a text.".formatted(name));
        }
        return Json.text(json, name);
    }
}
