package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.storage.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether messages get out, and which were given up. */
@Component
class OutboxCheck implements Check {

    private static final Duration OLD = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Clock clock;

    OutboxCheck(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Finding look() {
        var backlog = outbox.backlog();
        var age = backlog.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
        if (backlog.dead() > 0) {
            return new Finding.Trouble(
                    "messages that could not be delivered: %d; the latest: %s"
                            .formatted(backlog.dead(), String.join("; ", outbox.deadReasons(3))),
                    "mend what the reasons name, for example invite Coalmine to the channel");
        }
        if (age.compareTo(OLD) > 0) {
            return new Finding.Notice(
                    "messages waiting: %d, the oldest for %d s".formatted(backlog.pending(), age.toSeconds()),
                    "see whether Slack answers; nothing is lost meanwhile");
        }
        return new Finding.Well("messages waiting: %d".formatted(backlog.pending()));
    }
}
