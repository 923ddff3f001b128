package dev.coalmine.storage.rules;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Slack's mark-up as Coalmine keeps it: {@code & < >} escaped, people as {@code <@U123>}, and nothing in it that
 * would ping a whole channel. Rules: Slack's "Formatting text" documentation.
 */
public final class Markup {

    private static final Pattern SPECIAL =
            Pattern.compile("<!(?:subteam\\^\\w+\\|)?@?([^<>|^]*)(?:\\^[^<>|]*)?(?:\\|([^<>]*))?>");
    // Longer words as well, since they may be cut later.
    private static final Pattern BROADCAST = Pattern.compile("(?i)@(?=channel|here|everyone|group)");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");
    private static final Pattern PERSON = Pattern.compile("<@([UW][A-Z0-9]+)(?:\\|([^>]*))?>");
    private static final Pattern CHANNEL = Pattern.compile("<#([CGD][A-Z0-9]+)(?:\\|([^>]*))?>");
    private static final Pattern LINK = Pattern.compile("<((?:https?|mailto|tel):[^>|]*)(?:\\|([^>]*))?>");

    private Markup() {}

    /** Makes mark-up of what a stranger wrote: nothing in it is a mention or a link to Slack. */
    public static String escape(String plain) {
        return disarm(plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** Keeps what a person typed in Slack, except that it no longer pings everybody. */
    public static String fromSlack(String text) {
        var known = SPECIAL.matcher(text).replaceAll(found -> {
            var label = found.group(2) == null ? found.group(1) : found.group(2);
            return Matcher.quoteReplacement("@" + label.replaceFirst("^@", ""));
        });
        return disarm(known).replace("<!", "&lt;!");
    }

    /** Plain text for titles, files and clocks; {@code nameOf} turns a person's id into a name. */
    public static String plain(String markup, UnaryOperator<String> nameOf) {
        var people = PERSON.matcher(markup).replaceAll(m -> Matcher.quoteReplacement("@" + nameOf.apply(m.group(1))));
        var channels = CHANNEL.matcher(people)
                .replaceAll(m -> Matcher.quoteReplacement(
                        "#" + (m.group(2) == null || m.group(2).isEmpty() ? m.group(1) : m.group(2))));
        var links = LINK.matcher(channels)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(2) == null || m.group(2).isEmpty() || m.group(2).equals(m.group(1))
                                ? m.group(1)
                                : m.group(2) + " (" + m.group(1) + ")"));
        return links.replace("\u2060", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** As {@link #plain(String, UnaryOperator)}, with people by the label that Slack sent along, or their id. */
    public static String plain(String markup) {
        var labelled = PERSON.matcher(markup)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(2) == null || m.group(2).isEmpty() ? m.group() : "@" + m.group(2)));
        return plain(labelled, id -> id);
    }

    /** Without what UTF-8 or PostgreSQL has no place for: half characters and the character of code 0. */
    public static String storable(String text) {
        return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
    }

    /** A mention of a person. */
    public static String person(String id) {
        return "<@" + id + ">";
    }

    /** {@code text} shortened to at most {@code max} characters, never in the middle of an escape or a character. */
    public static String clip(String markup, int max) {
        if (markup.length() <= max) {
            return markup;
        }
        var end = max - 1;
        if (end > 0 && Character.isHighSurrogate(markup.charAt(end - 1))) {
            end--;
        }
        var cut = markup.substring(0, end);
        cut = cut.replaceFirst("&[a-z]{0,3}\\z", "");
        var open = cut.lastIndexOf('<');
        return (open > cut.lastIndexOf('>') ? cut.substring(0, open) : cut) + "…";
    }

    // With a word joiner behind the sign, Slack no longer takes it for a broadcast, and it still reads the same.
    private static String disarm(String text) {
        return BROADCAST.matcher(text).replaceAll("@\u2060");
    }
}
