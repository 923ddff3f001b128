package dev.coalmine.storage.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names and values as one text, for a column: each ends in a character that no text from outside is left with. */
public final class Pairs {

    // No database minds it, and nobody writes it.
    private static final String END = "\u001f";

    private Pairs() {}

    public static String write(Map<String, String> pairs) {
        var text = new StringBuilder();
        pairs.forEach((name, value) ->
                text.append(free(name)).append(END).append(free(value)).append(END));
        return text.toString();
    }

    public static Map<String, String> read(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        var parts = text.split(END, -1);
        var pairs = new LinkedHashMap<String, String>();
        for (var n = 0; n + 1 < parts.length; n += 2) {
            pairs.put(parts[n], parts[n + 1]);
        }
        return pairs;
    }

    private static String free(String text) {
        return text.replace(END, " ");
    }
}
