package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A recording as {@code replay} reads it: a JSON object in each line. */
final class JsonLines {

    private JsonLines() {}

    /** Writes the recording of a family and a seed to the standard output: {@code STORM_AT_NIGHT 3}. */
    static void main(String[] arguments) throws IOException {
        var recording = new Recording(Family.valueOf(arguments[0]), Long.parseLong(arguments[1]));
        try (var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8)) {
            recording.forEach(signal -> out.println(toJson(signal)));
        }
    }

    static String toJson(Signal signal) {
        var json = new StringBuilder(300).append('{');
        field(json, "at", Instant.ofEpochMilli(signal.at()).toString());
        field(json, "received", Instant.ofEpochMilli(signal.received()).toString());
        field(json, "kind", signal.kind().name().toLowerCase(Locale.ROOT));
        field(json, "source", signal.source());
        if (signal.automated() != null) {
            json.append("\"automated\":").append(signal.automated()).append(',');
        }
        field(json, "entity", signal.entity());
        field(json, "outcome", signal.outcome().name().toLowerCase(Locale.ROOT));
        field(json, "text", signal.text());
        attributes(json, signal);
        json.setCharAt(json.length() - 1, '}');
        return json.toString();
    }

    private static void attributes(StringBuilder json, Signal signal) {
        if (signal.attributes().isEmpty()) {
            return;
        }
        json.append("\"attributes\":{");
        // Sorted, for a map's order changes from one process to the next.
        new TreeMap<>(signal.attributes()).forEach((name, value) -> field(json, name, value));
        json.setCharAt(json.length() - 1, '}');
        json.append(',');
    }

    private static void field(StringBuilder json, String name, @Nullable String value) {
        if (value != null) {
            quoted(json, name).append(':');
            quoted(json, value).append(',');
        }
    }

    private static StringBuilder quoted(StringBuilder json, String text) {
        json.append('"');
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '"' || letter == '\\') {
                json.append('\\').append(letter);
            } else if (letter < ' ') {
                json.append(String.format("\\u%04x", (int) letter));
            } else {
                json.append(letter);
            }
        }
        return json.append('"');
    }
}
