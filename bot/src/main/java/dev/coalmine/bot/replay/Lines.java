package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.Signal;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one signal from each line of JSON. {@code at}, {@code kind}, {@code source} and {@code outcome} are needed; {@code
 * received} is {@code at} unless it is given; what else a line holds is passed over.
 */
final class Lines {

    private static final int LONGEST_SOURCE = 200;

    private final JsonFactory json = new JsonFactory();
    private final Moments moments = new Moments();
    private @Nullable String at;
    private @Nullable String received;
    private @Nullable String kind;
    private @Nullable String source;
    private @Nullable Boolean automated;
    private @Nullable String entity;
    private @Nullable String outcome;
    private @Nullable String text;
    private Map<String, String> attributes = Map.of();

    /** @throws BadLine with what is wrong, in words */
    Signal read(String line) throws BadLine {
        forget();
        try (var parser = json.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine("it is no JSON object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                property(parser, parser.currentName());
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new BadLine("something follows the JSON object");
            }
        } catch (JacksonException broken) {
            throw new BadLine("it is no JSON: " + broken.getOriginalMessage());
        }
        return signal();
    }

    private void forget() {
        at = null;
        received = null;
        kind = null;
        source = null;
        automated = null;
        entity = null;
        outcome = null;
        text = null;
        attributes = Map.of();
    }

    private void property(JsonParser parser, String name) {
        parser.nextToken();
        switch (name) {
            case "at" -> at = parser.getValueAsString();
            case "received" -> received = parser.getValueAsString();
            case "kind" -> kind = parser.getValueAsString();
            case "source" -> source = parser.getValueAsString();
            case "automated" -> automated = truth(parser);
            case "entity" -> entity = parser.getValueAsString();
            case "outcome" -> outcome = parser.getValueAsString();
            case "text" -> text = parser.getValueAsString();
            case "attributes" -> attributes = attributes(parser);
            default -> parser.skipChildren();
        }
    }

    private static @Nullable Boolean truth(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> {
                parser.skipChildren();
                yield null;
            }
        };
    }

    private static Map<String, String> attributes(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Map.of();
        }
        var attributes = new HashMap<String, String>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            if (parser.nextToken().isScalarValue()) {
                attributes.put(name, parser.getValueAsString(""));
            } else {
                parser.skipChildren();
            }
        }
        return attributes;
    }

    private Signal signal() throws BadLine {
        var happened = moment("at", needed("at", at));
        return new Signal(
                happened,
                received == null ? happened : moment("received", received),
                one(Signal.Kind.class, "kind", needed("kind", kind)),
                source(),
                automated,
                entity == null || entity.isBlank() ? null : entity,
                outcome(),
                text,
                attributes);
    }

    private String source() throws BadLine {
        var name = needed("source", source);
        if (name.length() > LONGEST_SOURCE) {
            throw new BadLine("“source” is longer than %d characters".formatted(LONGEST_SOURCE));
        }
        return name;
    }

    private Signal.Outcome outcome() throws BadLine {
        var said = one(Signal.Outcome.class, "outcome", needed("outcome", outcome));
        var ofAlerts = said == Signal.Outcome.FIRING || said == Signal.Outcome.RESOLVED;
        if (ofAlerts != "alert".equals(kind)) {
            throw new BadLine("no %s is %s".formatted(kind, outcome));
        }
        return said;
    }

    private long moment(String name, String value) throws BadLine {
        try {
            return moments.millis(value);
        } catch (DateTimeException none) {
            throw new BadLine("“%s” is no moment such as 2026-03-02T17:02:11.250Z".formatted(name));
        }
    }

    private static String needed(String name, @Nullable String value) throws BadLine {
        if (value == null || value.isBlank()) {
            throw new BadLine("“%s” is missing".formatted(name));
        }
        return value;
    }

    private static <E extends Enum<E>> E one(Class<E> among, String name, String value) throws BadLine {
        for (var constant : among.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                return constant;
            }
        }
        throw new BadLine("“%s” cannot be “%s”".formatted(name, value));
    }
}
