package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.commands.pages.Alert.Member;
import dev.coalmine.storage.rules.Sha256;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Alertmanager puts into one body: alerts with something in common, the firing ones before the others here.
 *
 * @param body with what they have in common
 * @param alerts one, if they are told apart
 */
record AlertGroup(JsonNode body, List<JsonNode> alerts) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[^A-Za-z0-9])");

    static AlertGroup in(JsonNode body) {
        var alerts = Json.items(body.path("alerts")).stream()
                .filter(JsonNode::isObject)
                .sorted(Comparator.comparing(alert -> !firing(alert)))
                .toList();
        return new AlertGroup(body, alerts);
    }

    /** Whether there is a name for the group: its key, or the labels by which it is grouped; imitators may give neither. */
    boolean named() {
        return Json.text(body, "groupKey") != null
                || !Json.texts(body.path("groupLabels")).isEmpty();
    }

    /** Each alert as if it were alone. */
    Stream<AlertGroup> apart() {
        return alerts.stream().map(alert -> new AlertGroup(body, List.of(alert)));
    }

    String key() {
        return "%s %s".formatted(receiver(), named() ? name() : fingerprint(alerts.getFirst()));
    }

    private String name() {
        // A number in version 3, beyond 2^53: as text it loses nothing.
        var key = Json.text(body, "groupKey");
        return key != null ? key : canonical(Json.texts(body.path("groupLabels")));
    }

    /** Newer versions escape the name as for a regular expression ({@code ops\-team}): the same receiver all the same. */
    private String receiver() {
        var receiver = Json.first(Json.text(body, "receiver"), "default");
        return ESCAPE.matcher(String.valueOf(receiver)).replaceAll("");
    }

    /** Whether any member fires; the status word counts only where there are no members. */
    boolean firing() {
        return alerts.isEmpty()
                ? !"resolved".equals(Json.text(body, "status"))
                : alerts.stream().anyMatch(AlertGroup::firing);
    }

    /** When the group last changed: the latest start of a firing member, or end of another. */
    Optional<Instant> latest() {
        return alerts.stream()
                .map(alert -> firing(alert) ? starts(alert) : ends(alert).or(() -> starts(alert)))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    @Nullable
    String title() {
        return Json.first(
                Json.text(body, "commonAnnotations", "summary"),
                alerts.stream()
                        .map(AlertGroup::title)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                Json.text(body, "commonLabels", "alertname"),
                Json.text(body, "groupLabels", "alertname"),
                Json.text(body, "title"),
                Json.text(body, "message"));
    }

    @Nullable
    String service() {
        return Json.first(label("service"), label("job"));
    }

    @Nullable
    String severity() {
        return label("severity");
    }

    @Nullable
    String link() {
        var generator = alerts.stream()
                .map(alert -> Json.text(alert, "generatorURL"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        // Where Prometheus does not know its own address this is no more than a path.
        return generator != null && generator.startsWith("http") ? generator : Json.text(body, "externalURL");
    }

    Map<String, String> labels() {
        return Json.texts(alerts.size() == 1 ? alerts.getFirst().path("labels") : body.path("commonLabels"));
    }

    long leftOut() {
        return !named() ? 0 : Math.max(0, body.path("truncatedAlerts").asLong(0));
    }

    List<Member> members() {
        return alerts.stream().map(AlertGroup::member).toList();
    }

    /** What all have in common under one of these names, else what the first that has one says. */
    @Nullable
    String annotation(String... names) {
        return Stream.of(names)
                .map(name -> Json.first(Json.text(body, "commonAnnotations", name), ofTheFirst("annotations", name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String label(String name) {
        return Json.first(
                Json.text(body, "commonLabels", name),
                Json.text(body, "groupLabels", name),
                ofTheFirst("labels", name));
    }

    private @Nullable String ofTheFirst(String where, String name) {
        return alerts.stream()
                .map(alert -> Json.text(alert, where, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Member member(JsonNode alert) {
        var firing = firing(alert);
        return new Member(
                fingerprint(alert),
                firing,
                starts(alert).orElse(null),
                // While it fires some senders give the time at which they would take it for over.
                firing ? null : ends(alert).orElse(null),
                Objects.toString(title(alert), ""),
                Json.texts(alert.path("labels")));
    }

    private static @Nullable String title(JsonNode alert) {
        return Json.first(Json.text(alert, "annotations", "summary"), Json.text(alert, "labels", "alertname"));
    }

    private static boolean firing(JsonNode alert) {
        return !"resolved".equals(Json.text(alert, "status"));
    }

    private static Optional<Instant> starts(JsonNode alert) {
        return Times.read(alert, "startsAt");
    }

    private static Optional<Instant> ends(JsonNode alert) {
        return Times.read(alert, "endsAt");
    }

    /** The sender's, or what stays the same over the life of an alert: its labels. */
    private static String fingerprint(JsonNode alert) {
        var given = Json.text(alert, "fingerprint");
        return given != null ? given : HexFormat.of().formatHex(labelled(alert), 0, 8);
    }

    private static byte[] labelled(JsonNode alert) {
        return Sha256.of(canonical(Json.texts(alert.path("labels"))).getBytes(UTF_8));
    }

    private static String canonical(Map<String, String> labels) {
        return new TreeMap<>(labels).toString();
    }
}
