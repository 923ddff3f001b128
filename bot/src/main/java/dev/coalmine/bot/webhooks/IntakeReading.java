package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.pages.LoggedAlert;
import java.util.List;
import org.springframework.stereotype.Component;

/** Alerts become incidents. Its transactions are small: what they hold, a command on the same incident has to wait for. */
@Component
class IntakeReading implements LogConsumer<Alert> {

    // A storm has the log to wait in, and whoever presses a button meanwhile comes first.
    private static final Pace PACE = new Pace(128, 128, 4, 12);

    private final Intake intake;

    IntakeReading(Intake intake) {
        this.intake = intake;
    }

    @Override
    public String name() {
        return Intake.READER;
    }

    @Override
    public String meter() {
        return "coalmine.alerts";
    }

    @Override
    public Pace pace() {
        return PACE;
    }

    @Override
    public List<Alert> read(AlertSource source, LoggedAlert row) {
        return source.read(row.body(), row.receivedAt());
    }

    @Override
    public void take(List<Alert> said) {
        intake.take(said);
    }
}
