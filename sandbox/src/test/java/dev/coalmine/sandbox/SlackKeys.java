package dev.coalmine.sandbox;

import dev.coalmine.sandbox.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Judges JSON by the keys that Slack is known to write. */
public final class SlackKeys {

    private static final Map<String, Set<String>> KNOWN = read();
    /** Documented, but in none of the samples. */
    private static final Set<String> ALSO = Set.of(
            "response_metadata",
            "response_metadata.next_cursor",
            "response_metadata.messages",
            "response_metadata.warnings",
            "req_method",
            // The other person of a direct message.
            "channel.user",
            "messages[].subtype",
            "items[].channel",
            "items[].message");

    private SlackKeys() {}

    private static Map<String, Set<String>> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SlackKeys.class.getResourceAsStream("/slack-keys.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(it -> !it.startsWith("#"))
                    .map(it -> it.split(": ", 2))
                    .collect(Collectors.toMap(it -> it[0], it -> new HashSet<>(Arrays.asList(it[1].split(" ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The keys that Slack is not known to write there. */
    public static List<String> unknown(String subject, String json) {
        var allowed = Objects.requireNonNull(KNOWN.get(subject), subject);
        var strangers = new ArrayList<String>();
        walk(Json.parse(json), "", allowed, strangers);
        return strangers;
    }

    private static void walk(JsonNode node, String path, Set<String> allowed, List<String> strangers) {
        Function<String, String> below = name -> path.isEmpty() ? name : path + "." + name;
        node.properties().forEach(it -> {
            var here = below.apply(it.getKey());
            if (!allowed.contains(here) && !ALSO.contains(here)) {
                strangers.add(here);
            } else if (it.getValue().isArray()) {
                it.getValue().forEach(element -> descend(element, here + "[]", allowed, strangers));
            } else {
                descend(it.getValue(), here, allowed, strangers);
            }
        });
    }

    /** Where no sample says what is inside, everything may be. */
    private static void descend(JsonNode node, String path, Set<String> allowed, List<String> strangers) {
        if (allowed.stream().anyMatch(it -> it.startsWith(path + "."))) {
            walk(node, path, allowed, strangers);
        }
    }
}
