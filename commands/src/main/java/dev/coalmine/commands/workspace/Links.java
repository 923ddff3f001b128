package dev.coalmine.commands.workspace;

import dev.coalmine.storage.rules.Markup;

/** Links from outside, made fit for Slack's mark-up. */
public final class Links {

    private Links() {}

    /** Without the characters that would end the link in {@code <link|label>}. */
    public static String safe(String link) {
        return link.replace("&", "&amp;")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("|", "%7C")
                .replaceAll("\\s", "%20");
    }

    /** As a link with that label, or just the words when it is no web address: sources write anything there. */
    public static String shown(String link, String label) {
        return isWeb(link) ? "<%s|%s>".formatted(safe(link), label) : "%s: %s".formatted(label, Markup.escape(link));
    }

    /** Whether it is a web address at all. */
    public static boolean isWeb(String link) {
        return link.regionMatches(true, 0, "https://", 0, 8) || link.regionMatches(true, 0, "http://", 0, 7);
    }
}
