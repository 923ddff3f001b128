package dev.coalmine.commands.reviews;

import static java.util.stream.Collectors.joining;

import java.util.regex.Pattern;

/** Text that strangers wrote, made to mean nothing but itself in Markdown (CommonMark and GitHub's). */
final class Markdown {

    private static final Pattern MEANINGFUL = Pattern.compile("[\\\\`*_\\[\\]{}~|#$]");
    private static final Pattern AT_THE_START = Pattern.compile("^(?:([-+=:])|(\\d+)([.)]))");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\\p{Cntrl}\\p{Cf}]+");

    private Markdown() {}

    /** One line. */
    static String line(String text) {
        return escape(Text.honest(text).replaceAll("\\s+", " "));
    }

    /** A quotation that keeps its lines. */
    static String quote(String text) {
        return Text.honest(text)
                .strip()
                .lines()
                .map(line -> "> " + escape(line))
                .collect(joining("  \n", "", "\n"));
    }

    /** A link that can be followed when it leads into the web, and only its text otherwise. */
    static String link(String address) {
        return ADDRESS.matcher(address).matches() ? "<" + address + ">" : line(address);
    }

    private static String escape(String line) {
        var harmless = MEANINGFUL
                .matcher(line.strip())
                .replaceAll("\\\\$0")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return AT_THE_START
                .matcher(harmless)
                .replaceFirst(found ->
                        found.group(1) == null ? found.group(2) + "\\\\" + found.group(3) : "\\\\" + found.group(1));
    }
}
