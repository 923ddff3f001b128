package dev.coalmine.commands.outbox;

import dev.coalmine.storage.outbox.Backlog;
import dev.coalmine.storage.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what waits to be sent, by importance, and for how long. */
@Component
public class WaitingLine {

    private final Outbox outbox;
    private final Clock clock;

    WaitingLine(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All of it in one line. */
    public String words() {
        var waiting = rows();
        return waiting.isEmpty()
                ? "Nothing waits."
                : "Waiting: "
                        + waiting.stream()
                                .map(row -> "%s: %d, the oldest for %s"
                                        .formatted(row.importance(), row.count(), words(row.oldest())))
                                .collect(Collectors.joining("; "))
                        + ".";
    }

    /** A row for each importance of which anything waits, the most important first. */
    public List<Row> rows() {
        var now = clock.instant();
        return outbox.backlog().waiting().stream()
                .map(it -> row(it, Duration.between(it.oldest(), now)))
                .toList();
    }

    private static Row row(Backlog.Waiting waiting, Duration oldest) {
        return new Row(importance(waiting.priority()), waiting.count(), oldest.isNegative() ? Duration.ZERO : oldest);
    }

    private static String importance(int priority) {
        return switch (priority) {
            case 0 -> "answers";
            case 1 -> "urgent";
            case 2 -> "messages";
            default -> "topics, bookmarks and Home tabs";
        };
    }

    /** A length of time as people say it, such as {@code 3 min}. */
    public static String words(Duration time) {
        if (time.toSeconds() < 120) {
            return time.toSeconds() + " s";
        }
        return time.toMinutes() < 120 ? time.toMinutes() + " min" : time.toHours() + " h";
    }

    /** What waits of one importance. */
    public record Row(String importance, long count, Duration oldest) {}
}
