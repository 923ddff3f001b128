package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.commands.outbox.DeadLetter;
import dev.coalmine.commands.outbox.DeadLetters;
import dev.coalmine.commands.outbox.WaitingLine;
import dev.coalmine.storage.outbox.Outbox;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether messages get out, and which were given up. */
@Component
class OutboxCheck implements Check {

    private static final Duration OLD = Duration.ofMinutes(1);
    private static final int NAMED = 3;

    private final Outbox outbox;
    private final DeadLetters letters;
    private final WaitingLine waiting;

    OutboxCheck(Outbox outbox, DeadLetters letters, WaitingLine waiting) {
        this.outbox = outbox;
        this.letters = letters;
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Finding look() {
        var dead = outbox.backlog().dead();
        if (dead > 0) {
            return new Finding.Trouble(
                    "messages that could not be delivered: %d; the latest: %s".formatted(dead, latest()),
                    "do what the reasons call for, then `/incident outbox again all`");
        }
        var late = waiting.rows().stream().anyMatch(row -> row.oldest().compareTo(OLD) > 0);
        return late
                ? new Finding.Notice(
                        withoutStop(waiting.words()), "see whether Slack answers; nothing is lost meanwhile")
                : new Finding.Well(withoutStop(waiting.words()));
    }

    private String latest() {
        return letters.latest(NAMED).stream().map(OutboxCheck::words).collect(Collectors.joining("; "));
    }

    private static String words(DeadLetter letter) {
        return "%s%s, because %s"
                .formatted(
                        letter.what(),
                        letter.restricted()
                                ? " of a private incident"
                                : letter.incident()
                                        .map(" of incident %d"::formatted)
                                        .orElse(""),
                        letter.cause().words());
    }

    /** It becomes the beginning of a sentence that goes on. */
    private static String withoutStop(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, sentence.length() - 1);
    }
}
