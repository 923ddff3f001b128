package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.commands.launches.AlertSignals;
import dev.coalmine.commands.outbox.WaitingLine;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.pages.AlertLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether the alerts that were taken are being handled, and which could not be. */
@Component
class AlertLogCheck implements Check {

    private static final Duration OLD = Duration.ofSeconds(30);
    private static final int MOST = 100;

    private final AlertLog log;
    private final Clock clock;

    AlertLogCheck(AlertLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "alert log";
    }

    @Override
    public Finding look() {
        var aside = log.setAside(Intake.READER, MOST);
        if (!aside.isEmpty()) {
            return new Finding.Trouble(
                    "alerts that could not be handled and were set aside: %d%s; the latest from %s"
                            .formatted(
                                    aside.size(),
                                    aside.size() == MOST ? " or more" : "",
                                    aside.getFirst().source()),
                    "see `/incident alerts` and the log for why, and report it");
        }
        var unheard = log.setAside(AlertSignals.READER, MOST);
        if (!unheard.isEmpty()) {
            return new Finding.Notice(
                    "alerts that storms are found without, as they could not be read: %d; the latest from %s"
                            .formatted(unheard.size(), unheard.getFirst().source()),
                    "look into the log for why, and report it");
        }
        return late(Intake.READER, "handled")
                .or(() -> late(AlertSignals.READER, "looked at for storms"))
                .orElseGet(this::well);
    }

    private Optional<Finding> late(String reader, String done) {
        var backlog = log.backlog(reader);
        return backlog.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .filter(lag -> lag.compareTo(OLD) > 0)
                .map(lag -> new Finding.Notice(
                        "alerts taken and not yet %s: %d, the oldest for %s"
                                .formatted(done, backlog.rows(), WaitingLine.words(lag)),
                        "nothing is lost; if it grows, look at the database and the log"));
    }

    private Finding well() {
        return new Finding.Well("alerts taken and not yet handled: %d"
                .formatted(log.backlog(Intake.READER).rows()));
    }
}
