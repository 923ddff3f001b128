package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What Auto Scaling says of an instance, by itself or by way of EventBridge. What it is about is said by the message
 * itself: the subject of the envelope has been seen to say something else.
 *
 * @param said the message, or the detail of the event
 * @param what the event in its own words
 * @param around the message or the whole event
 * @param timestamp of the envelope
 */
record AutoScaling(JsonNode said, String what, JsonNode around, Optional<Instant> timestamp) {

    // What an authorization failure quotes is longer than all else, and another each time.
    private static final Pattern BLOB = Pattern.compile("\\S{60,}");

    static Optional<AutoScaling> in(JsonNode message, Optional<Instant> timestamp) {
        var event = Json.text(message, "Event");
        if (event != null && event.startsWith("autoscaling:")) {
            return Optional.of(new AutoScaling(message, event, message, timestamp));
        }
        var type = Json.text(message, "detail-type");
        return type != null && message.path("detail").isObject()
                ? Optional.of(new AutoScaling(message.path("detail"), type, message, timestamp))
                : Optional.empty();
    }

    /** Empty if it is no launch: an instance that is terminated, a test. */
    Optional<Launch> launch(@Nullable String event, Catalog catalog, Instant receivedAt) {
        var outcome = outcome();
        var group = Json.text(said, "AutoScalingGroupName");
        return outcome == null || group == null
                ? Optional.empty()
                : Optional.of(new Launch(
                        Json.first(event, Json.text(said, "ActivityId")),
                        signal(outcome, catalog.properName(group), receivedAt)));
    }

    private HeardSignal signal(Outcome outcome, String group, Instant receivedAt) {
        return new HeardSignal(
                Times.trusted(at(), receivedAt),
                receivedAt,
                Kind.LAUNCH,
                group,
                true,
                Json.text(said, "EC2InstanceId"),
                outcome,
                text(),
                null,
                Sns.NAME,
                attributes());
    }

    private @Nullable Outcome outcome() {
        return switch (what) {
            case "autoscaling:EC2_INSTANCE_LAUNCH", "EC2 Instance Launch Successful" -> Outcome.SUCCEEDED;
            case "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "EC2 Instance Launch Unsuccessful" -> Outcome.FAILED;
            case String other -> null;
        };
    }

    private Optional<Instant> at() {
        return Times.read(said, "EndTime").or(() -> timestamp).or(() -> Times.read(around, "time"));
    }

    private @Nullable String text() {
        var text =
                Json.first(Json.text(said, "StatusMessage"), Json.text(said, "Description"), Json.text(said, "Cause"));
        return text == null ? null : BLOB.matcher(text).replaceAll("…");
    }

    private Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        put(attributes, "zone", Json.text(said, "Details", "Availability Zone"));
        put(attributes, "subnet", Json.text(said, "Details", "Subnet ID"));
        put(attributes, "account", Json.first(Json.text(said, "AccountId"), Json.text(around, "account")));
        put(
                attributes,
                "region",
                Json.first(
                        Json.text(around, "region"), CloudWatchAlarm.region(Json.text(said, "AutoScalingGroupARN"))));
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value != null) {
            attributes.put(name, value);
        }
    }
}
