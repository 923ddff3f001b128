package dev.coalmine.commands.workspace;

import dev.coalmine.storage.rules.Markup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/** Many messages that had to wait for Slack, told in one. */
public final class Digest {

    // Slack folds what is longer than 4,000 characters.
    private static final int ROOM = 3_500;
    private static final int LONGEST_LINE = 400;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private Digest() {}

    /**
     * The lines in their order, the most important and of these the newest when there is no room for all.
     *
     * @param lines at least one, in order
     * @param waited how many messages there are, with those that are not among the lines
     * @param rest where all of them can be read
     */
    public static String of(List<Line> lines, int waited, String rest) {
        var shown = fitting(lines);
        var text = new StringBuilder("*%d messages since %s had to wait for Slack; here they are in one:*"
                .formatted(waited, time(lines.getFirst().at())));
        lines.stream().filter(shown::contains).forEach(line -> text.append("\n• ")
                .append(line(line)));
        if (shown.size() < waited) {
            text.append("\n_%d of them are left out here: %s_".formatted(waited - shown.size(), rest));
        }
        return text.toString();
    }

    private static List<Line> fitting(List<Line> lines) {
        var left = new int[] {ROOM};
        return lines.reversed().stream()
                .sorted(Comparator.comparingInt(Line::priority))
                .takeWhile(line -> (left[0] -= line(line).length() + 3) >= 0)
                .toList();
    }

    private static String line(Line line) {
        return time(line.at()) + " " + Markup.clip(line.markup().replaceAll("\\s*\\n\\s*", " · "), LONGEST_LINE);
    }

    private static String time(Instant at) {
        return "<!date^%d^{time}|%s>".formatted(at.getEpochSecond(), UTC.format(at));
    }

    /** One message: what it says, when it was to be said, and how important it is; lower is more. */
    public record Line(String markup, Instant at, int priority) {}
}
