package dev.coalmine.commands.launches;

import dev.coalmine.storage.rules.Markup;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message as the rules see it: what people read, without Slack's mark-up, each line once. */
final class PlainText {

    /** What follows is not looked at. */
    static final int LONGEST = 4_000;

    // Bold, italic, struck: signs around words, not those within.
    private static final Pattern STYLE =
            Pattern.compile("(?<![\\w*_~])([*_~])(?=\\S)([^*_~\\n]+)(?<=\\S)\\1(?![\\w*_~])");

    private PlainText() {}

    static String of(String markup) {
        var plain = Markup.plain(Markup.fromSlack(cut(markup)))
                .lines()
                .map(PlainText::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        return cut(plain);
    }

    private static String line(String line) {
        return STYLE.matcher(line.replace("`", "")).replaceAll("$2").strip();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
