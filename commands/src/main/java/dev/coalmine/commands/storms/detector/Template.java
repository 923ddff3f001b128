package dev.coalmine.commands.storms.detector;

import org.jspecify.annotations.Nullable;

/** What a text says, whatever it is about: words that hold a digit, and the entity's own name, are masked. */
final class Template {

    static final String MASK = "<*>";

    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 3;

    private Template() {}

    static @Nullable String of(@Nullable String text, @Nullable String entity) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var line = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
        if (entity != null && entity.length() >= SHORTEST_NAME) {
            line = line.replace(entity, "0");
        }
        return masked(line);
    }

    private static String masked(String line) {
        var out = new StringBuilder(Math.min(line.length(), LONGEST) + 8);
        var from = 0;
        while (from < line.length() && out.length() < LONGEST) {
            var to = from;
            var digit = false;
            while (to < line.length() && inWord(line.charAt(to))) {
                digit |= Character.isDigit(line.charAt(to));
                to++;
            }
            if (to > from) {
                append(out, line, from, to, digit);
                from = to;
            } else {
                between(out, line.charAt(from));
                from++;
            }
        }
        return out.toString().strip();
    }

    private static void append(StringBuilder out, String line, int from, int to, boolean digit) {
        if (digit) {
            out.append(MASK);
        } else {
            out.append(line, from, to);
        }
    }

    /** Blanks of any kind and number are one blank. */
    private static void between(StringBuilder out, char c) {
        if (!Character.isWhitespace(c)) {
            out.append(c);
        } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    // Names of hosts, versions, addresses and paths are one word each.
    private static boolean inWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == '/' || c == '@';
    }
}
