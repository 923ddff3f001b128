package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** PagerDuty's webhooks of the versions 1 and 2, which imitators still send: several messages in one body. */
final class PagerDutyBeforeV3 {

    private PagerDutyBeforeV3() {}

    static List<Alert> read(JsonNode messages, Instant receivedAt) {
        return Json.items(messages).stream()
                .map(message -> message(message, receivedAt))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Alert> message(JsonNode message, Instant receivedAt) {
        var type = Json.first(Json.text(message, "event"), Json.text(message, "type"));
        var incident =
                message.path("incident").isObject() ? message.path("incident") : Json.at(message, "data", "incident");
        var key = Json.text(incident, "id");
        var kind = kind(Objects.toString(type, ""));
        if (kind == null || key == null) {
            return Optional.empty();
        }
        var at = Times.read(message, "created_on").or(() -> Times.read(incident, "created_on"));
        return Optional.of(Alert.of(PagerDuty.NAME, key, kind, Times.trusted(at, receivedAt))
                .lasting()
                .event(Json.text(message, "id"))
                .title(title(incident))
                .service(Json.first(Json.text(incident, "service", "summary"), Json.text(incident, "service", "name")))
                .severity(Json.first(Json.text(incident, "priority", "summary"), Json.text(incident, "urgency")))
                .urgent(!"low".equals(Json.text(incident, "urgency")))
                .people(people(incident))
                .link(Json.text(incident, "html_url"))
                .build());
    }

    private static @Nullable Kind kind(String type) {
        return switch (type) {
            case "incident.trigger" -> Kind.FIRING;
            case "incident.acknowledge" -> Kind.ACKNOWLEDGED;
            case "incident.resolve" -> Kind.RESOLVED;
            case "incident.unacknowledge", "incident.assign", "incident.escalate", "incident.delegate" -> Kind.CHANGED;
            case "incident.annotate" -> Kind.NOTED;
            case String other -> null;
        };
    }

    private static @Nullable String title(JsonNode incident) {
        return Json.first(
                Json.text(incident, "title"),
                Json.text(incident, "summary"),
                Json.text(incident, "trigger_summary_data", "subject"),
                Json.text(incident, "trigger_summary_data", "description"),
                Json.text(incident, "incident_key"));
    }

    private static List<String> people(JsonNode incident) {
        var assigned = Json.items(incident.path("assignments")).stream().map(one -> one.path("assignee"));
        return Stream.of(
                        assigned,
                        Json.items(incident.path("assigned_to")).stream().map(one -> one.path("object")),
                        Json.items(incident.path("assigned_to_user")).stream())
                .flatMap(people -> people)
                .map(one -> Json.first(Json.text(one, "email"), Json.text(one, "summary"), Json.text(one, "name")))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
