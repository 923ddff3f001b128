package dev.coalmine.bot.webhooks;

import static dev.coalmine.commands.pages.Alert.Kind.ACKNOWLEDGED;
import static dev.coalmine.commands.pages.Alert.Kind.CHANGED;
import static dev.coalmine.commands.pages.Alert.Kind.FIRING;
import static dev.coalmine.commands.pages.Alert.Kind.NOTED;
import static dev.coalmine.commands.pages.Alert.Kind.RESOLVED;
import static java.util.Map.entry;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/**
 * PagerDuty's V3 webhooks.
 *
 * <p>The key is the incident's id alone: an incident may move to another service. Some events are about something that
 * belongs to an incident, such as a note; then {@code data.id} is the note's, and the incident is {@code data.incident}.
 */
@Component
class PagerDuty implements AlertSource {

    static final String NAME = "pagerduty";

    private static final String SCHEME = "v1=";

    private static final String PREFIX = "incident.";

    /** Without their prefix. What is left out concerns no incident, or is not known: {@code service.*}, {@code pagey.ping}. */
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry("triggered", FIRING),
            entry("reopened", FIRING),
            entry("acknowledged", ACKNOWLEDGED),
            entry("resolved", RESOLVED),
            entry("unacknowledged", CHANGED),
            entry("escalated", CHANGED),
            entry("reassigned", CHANGED),
            entry("delegated", CHANGED),
            entry("priority_updated", CHANGED),
            entry("service_updated", CHANGED),
            entry("incident_type.changed", CHANGED),
            entry("annotated", NOTED),
            entry("status_update_published", NOTED),
            entry("responder.added", NOTED),
            entry("responder.replied", NOTED),
            entry("role.assigned", NOTED),
            entry("workflow.started", NOTED),
            entry("workflow.completed", NOTED),
            entry("conference_bridge.updated", NOTED),
            entry("custom_field_values.updated", NOTED),
            entry("task.created", NOTED),
            entry("task.updated", NOTED),
            entry("task.completed", NOTED),
            entry("action_invocation.created", NOTED),
            entry("action_invocation.updated", NOTED),
            entry("action_invocation.terminated", NOTED));

    private final Signatures secrets;
    private final DataSize limit;

    PagerDuty(HookSettings settings) {
        this.secrets = new Signatures(settings.pagerduty().secrets());
        this.limit = settings.pagerduty().limit();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean configured() {
        return secrets.present();
    }

    @Override
    public String setting() {
        return "COALMINE_HOOKS_PAGERDUTY_SECRETS";
    }

    @Override
    public DataSize limit() {
        return limit;
    }

    /** While a secret is changed PagerDuty signs with both; schemes that we do not know prove nothing. */
    @Override
    public boolean authentic(Headers headers, byte[] body) {
        var signatures = headers.all("X-PagerDuty-Signature").stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .filter(signature -> signature.startsWith(SCHEME))
                .map(signature -> signature.substring(SCHEME.length()).strip())
                .toList();
        return secrets.signed(body, signatures);
    }

    @Override
    public Optional<String> delivery(Headers headers) {
        return Optional.ofNullable(headers.first("X-Webhook-Id"));
    }

    @Override
    public List<Alert> read(String kept, Instant receivedAt) {
        var body = Json.parse(kept);
        if (body.path("event").isObject()) {
            return event(body.path("event"), receivedAt).stream().toList();
        }
        if (body.path("messages").isArray()) {
            return PagerDutyBeforeV3.read(body.path("messages"), receivedAt);
        }
        throw new Unreadable("The body has neither an event nor messages.");
    }

    private static Optional<Alert> event(JsonNode event, Instant receivedAt) {
        var type = withoutPrefix(Objects.toString(Json.text(event, "event_type"), ""));
        var data = event.path("data");
        var incident = incident(data);
        var key = Json.text(incident, "id");
        var kind = KINDS.get(type);
        if (kind == null || key == null) {
            return Optional.empty();
        }
        return Optional.of(Alert.of(NAME, key, kind, happened(event, incident, receivedAt))
                .lasting()
                .event(Json.text(event, "id"))
                .title(title(incident))
                .service(Json.text(incident, "service", "summary"))
                .severity(Json.first(Json.text(incident, "priority", "summary"), Json.text(incident, "urgency")))
                .urgent(!"low".equals(Json.text(incident, "urgency")))
                .people(people(data, incident))
                .by(person(event.path("agent")))
                .link(Json.text(incident, "html_url"))
                .summary(said(type, data, incident))
                .labels(labels(incident))
                .build());
    }

    private static String withoutPrefix(String type) {
        return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
    }

    private static JsonNode incident(JsonNode data) {
        var type = Objects.toString(Json.text(data, "type"), "");
        if (type.equals("incident") || type.equals("incident_reference")) {
            return data;
        }
        return data.path("incident").isObject() || !type.isEmpty() ? data.path("incident") : data;
    }

    private static Instant happened(JsonNode event, JsonNode incident, Instant receivedAt) {
        return Times.trusted(
                Times.read(event, "occurred_at")
                        .or(() -> Times.read(incident, "updated_at"))
                        .or(() -> Times.read(incident, "created_at")),
                receivedAt);
    }

    private static @Nullable String title(JsonNode incident) {
        return Json.first(
                Json.text(incident, "title"),
                Json.text(incident, "summary"),
                Json.text(incident, "description"),
                Json.text(incident, "incident_key"));
    }

    /** Whom the incident is assigned to, or who was asked to respond. */
    private static List<String> people(JsonNode data, JsonNode incident) {
        var responder = data.path("user").isObject() ? Stream.of(data.path("user")) : Stream.<JsonNode>empty();
        return Stream.concat(Json.items(incident.path("assignees")).stream(), responder)
                .map(PagerDuty::person)
                .filter(Objects::nonNull)
                .toList();
    }

    /** An agent is mostly a person, but may be a service or an integration, whose name serves as well. */
    private static @Nullable String person(JsonNode person) {
        return Json.first(Json.text(person, "email"), Json.text(person, "summary"), Json.text(person, "name"));
    }

    private static Map<String, String> labels(JsonNode incident) {
        return Stream.of("number", "incident_key", "status", "urgency")
                .filter(name -> Json.text(incident, name) != null)
                .collect(Collectors.toMap(name -> name, name -> String.valueOf(Json.text(incident, name))));
    }

    /** What an event says beyond its kind, as a short phrase. */
    private static @Nullable String said(String type, JsonNode data, JsonNode incident) {
        return switch (type) {
            case "triggered" -> Json.text(incident, "body", "details");
            case "reopened" -> "Reopened.";
            case "acknowledged" -> null;
            case "unacknowledged" -> "No longer acknowledged.";
            case "resolved" -> resolved(incident);
            case "escalated" -> "Escalated%s.".formatted(to(names(incident.path("assignees"))));
            case "reassigned" -> "Reassigned%s.".formatted(to(names(incident.path("assignees"))));
            case "delegated" -> "Delegated%s.".formatted(to(policy(incident)));
            case "priority_updated" -> priority(Json.text(incident, "priority", "summary"));
            case "service_updated" -> "Moved to another service%s.".formatted(colon(incident, "service", "summary"));
            case "incident_type.changed" -> "Its type changed%s.".formatted(colon(incident, "incident_type", "name"));
            case "annotated" -> Json.first(Json.text(data, "content"), "A note without text.");
            case "status_update_published" -> Json.first(Json.text(data, "message"), "A status update without text.");
            case "responder.added" -> "Asked to respond%s.".formatted(colon(data, "user", "summary"));
            case "responder.replied" -> replied(data);
            case "workflow.started" -> "Workflow started%s.".formatted(colon(data, "summary"));
            case "workflow.completed" -> "Workflow completed%s.".formatted(colon(data, "summary"));
            case "conference_bridge.updated" -> bridge(data);
            case String other -> words(other) + colon(data, "summary") + ".";
        };
    }

    private static String resolved(JsonNode incident) {
        var reason = incident.path("resolve_reason");
        if (!"merge_resolve_reason".equals(Json.text(reason, "type"))) {
            return "Resolved.";
        }
        return "Merged into another incident%s.".formatted(colon(reason, "incident", "summary"));
    }

    private static String priority(@Nullable String priority) {
        return priority == null ? "Priority removed." : "Priority set to %s.".formatted(priority);
    }

    private static String replied(JsonNode data) {
        var who = Json.first(Json.text(data, "user", "summary"), "Somebody who was asked");
        var answer = Json.first(Json.text(data, "state"), Json.text(data, "response"), "no answer");
        return "%s replied: %s.".formatted(who, answer);
    }

    private static String bridge(JsonNode data) {
        var numbers = Json.items(data.path("conference_numbers")).stream()
                .map(number -> Json.text(number, "number"))
                .filter(Objects::nonNull)
                .toList();
        var places = Stream.concat(Stream.ofNullable(Json.text(data, "conference_url")), numbers.stream())
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "Conference bridge removed." : "Conference bridge: %s".formatted(places);
    }

    private static @Nullable String policy(JsonNode incident) {
        return Json.text(incident, "escalation_policy", "summary");
    }

    private static @Nullable String names(JsonNode people) {
        var names = Json.items(people).stream()
                .map(PagerDuty::person)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static String to(@Nullable String whom) {
        return whom == null ? "" : " to " + whom;
    }

    private static String colon(JsonNode node, String... path) {
        var text = Json.text(node, path);
        return text == null ? "" : ": " + text;
    }

    private static String words(String type) {
        var words = type.replace('.', ' ').replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
