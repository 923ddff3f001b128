package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import dev.coalmine.commands.workspace.Links;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An alarm of CloudWatch, in either of the forms it has.
 *
 * @param arn absent in old ones
 * @param labels region, account, metric and its dimensions
 */
record CloudWatchAlarm(
        @Nullable String arn,
        String name,
        @Nullable String state,
        Optional<Instant> at,
        @Nullable String reason,
        @Nullable String description,
        Map<String, String> labels) {

    static Optional<CloudWatchAlarm> in(JsonNode message) {
        if (Json.text(message, "AlarmName") != null) {
            return Optional.of(plain(message));
        }
        return "CloudWatch Alarm State Change".equals(Json.text(message, "detail-type"))
                        && Json.text(message, "detail", "alarmName") != null
                ? Optional.of(byEventBridge(message))
                : Optional.empty();
    }

    private static CloudWatchAlarm plain(JsonNode message) {
        var labels = new LinkedHashMap<String, String>();
        put(labels, "region", region(Json.text(message, "AlarmArn")));
        put(labels, "account", Json.text(message, "AWSAccountId"));
        put(labels, "namespace", Json.text(message, "Trigger", "Namespace"));
        put(labels, "metric", Json.text(message, "Trigger", "MetricName"));
        Json.items(Json.at(message, "Trigger", "Dimensions"))
                .forEach(it -> dimension(labels, Json.text(it, "name"), Json.text(it, "value")));
        return new CloudWatchAlarm(
                Json.text(message, "AlarmArn"),
                String.valueOf(Json.text(message, "AlarmName")),
                Json.text(message, "NewStateValue"),
                Times.read(message, "StateChangeTime"),
                Json.text(message, "NewStateReason"),
                Json.text(message, "AlarmDescription"),
                labels);
    }

    private static CloudWatchAlarm byEventBridge(JsonNode event) {
        var detail = event.path("detail");
        var labels = new LinkedHashMap<String, String>();
        put(labels, "region", Json.text(event, "region"));
        put(labels, "account", Json.text(event, "account"));
        Json.items(Json.at(detail, "configuration", "metrics")).stream()
                .limit(1)
                .forEach(it -> {
                    var metric = Json.at(it, "metricStat", "metric");
                    put(labels, "namespace", Json.text(metric, "namespace"));
                    put(labels, "metric", Json.text(metric, "name"));
                    Json.texts(metric.path("dimensions")).forEach((name, value) -> dimension(labels, name, value));
                });
        return new CloudWatchAlarm(
                Json.items(event.path("resources")).stream()
                        .map(Json::text)
                        .findFirst()
                        .orElse(null),
                String.valueOf(Json.text(detail, "alarmName")),
                Json.text(detail, "state", "value"),
                Times.read(detail, "state", "timestamp").or(() -> Times.read(event, "time")),
                Json.text(detail, "state", "reason"),
                Json.text(detail, "configuration", "description"),
                labels);
    }

    /** Empty if there is not enough data: then the alarm is neither on nor off. */
    Optional<Alert> alert(@Nullable String event, Instant receivedAt) {
        var kind = kind();
        return kind == null ? Optional.empty() : Optional.of(alert(kind, event, receivedAt));
    }

    private Alert alert(Kind kind, @Nullable String event, Instant receivedAt) {
        var named = new LinkedHashMap<String, String>();
        named.put("alertname", name);
        named.putAll(labels);
        return Alert.of(Sns.NAME, key(), kind, Times.trusted(at, receivedAt))
                .event(event)
                .title(name)
                .service(Json.first(labels.get("ServiceName"), labels.get("Service")))
                .link(link())
                .runbook(description != null && Links.isWeb(description) ? description : null)
                .summary(Json.first(reason, description))
                .labels(named)
                .build();
    }

    private @Nullable Kind kind() {
        return switch (String.valueOf(state)) {
            case "ALARM" -> Kind.FIRING;
            case "OK" -> Kind.RESOLVED;
            case String other -> null;
        };
    }

    private String key() {
        return arn != null ? arn : "%s %s %s".formatted(labels.get("account"), labels.get("region"), name);
    }

    private @Nullable String link() {
        var region = labels.get("region");
        return region == null
                ? null
                : "https://console.aws.amazon.com/cloudwatch/home?region=%s#alarmsV2:alarm/%s"
                        .formatted(region, name.replace(" ", "%20"));
    }

    /** The alarm itself says the region in words only, such as "US East (N. Virginia)". */
    static @Nullable String region(@Nullable String arn) {
        var parts = arn == null ? new String[0] : arn.split(":", 6);
        return parts.length < 6 || parts[3].isEmpty() ? null : parts[3];
    }

    /** An instance by the name that other sources have for it. */
    private static void dimension(Map<String, String> labels, @Nullable String name, @Nullable String value) {
        if (name != null) {
            put(labels, name.equals("InstanceId") ? "instance" : name, value);
        }
    }

    private static void put(Map<String, String> labels, String name, @Nullable String value) {
        if (value != null) {
            labels.put(name, value);
        }
    }
}
