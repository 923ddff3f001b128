package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.commands.pages.Alert;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A CloudEvents 1.0 envelope around an alert in our JSON.
 *
 * @param id unique together with the source
 * @param subject stands in for the alert's key
 * @param time stands in for the alert's time
 */
record CloudEvent(
        String id,
        String source,
        @Nullable String subject,
        @Nullable String time,
        JsonNode data) {

    private static final String VERSION = "1.0";
    private static final List<String> ATTRIBUTES = List.of("specversion", "id", "source", "type", "subject", "time");

    /** Whether the envelope is in the headers, and the body holds nothing but the alert. */
    static boolean binary(Headers headers) {
        return headers.first("ce-specversion") != null;
    }

    /** The same event with the envelope in the body, as the headers are not kept. */
    static String structured(Headers headers, String body) {
        var event = Json.object();
        for (var attribute : ATTRIBUTES) {
            var value = headers.first("ce-" + attribute);
            if (value != null) {
                event.put(attribute, decoded(attribute, value));
            }
        }
        return Json.written(event.set("data", Json.parse(body)));
    }

    static CloudEvent of(JsonNode event) {
        if (!VERSION.equals(Json.text(event, "specversion"))) {
            throw new Unreadable("“specversion” must be 1.0.");
        }
        required(event, "type");
        return new CloudEvent(
                required(event, "id"),
                required(event, "source"),
                Json.text(event, "subject"),
                Json.text(event, "time"),
                data(event));
    }

    Alert alert(Instant receivedAt) {
        if (time != null && !Times.readable(time)) {
            throw new Unreadable("“time” must be a time such as 2026-03-01T12:00:00Z.");
        }
        var at = Times.read(String.valueOf(time));
        return new GenericAlert(data, "%s %s".formatted(source, id), subject, at).alert(receivedAt);
    }

    private static String required(JsonNode event, String attribute) {
        var text = Json.text(event, attribute);
        if (text == null) {
            throw new Unreadable("“%s” is missing: CloudEvents require it.".formatted(attribute));
        }
        return text;
    }

    private static JsonNode data(JsonNode event) {
        var encoded = Json.text(event, "data_base64");
        var data = encoded == null ? event.path("data") : Json.parse(decoded(encoded));
        if (!data.isObject()) {
            throw new Unreadable("“data” must be an alert as a JSON object.");
        }
        return data;
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new Unreadable("“data_base64” is not base64.");
        }
    }

    /** Header values are percent-encoded; a plus sign is itself. */
    private static String decoded(String attribute, String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            throw new Unreadable("“ce-%s” is not percent-encoded.".formatted(attribute));
        }
    }
}
