package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.changes.ChangeIntake;
import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.pages.LoggedAlert;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Alerts become incidents, and changes are kept for them. Its transactions are small: what they hold, a command on the same
 * incident has to wait for.
 */
@Component
class IntakeReading implements LogConsumer<IntakeReading.Said> {

    /** One thing that a row says. */
    sealed interface Said {

        /** Something is wrong, or no longer. */
        record OfProblem(Alert alert) implements Said {}

        /** Something was changed on purpose. */
        record OfChange(Change change) implements Said {}
    }

    // A storm has the log to wait in, and whoever presses a button meanwhile comes first.
    private static final Pace PACE = new Pace(128, 128, 4, 12);

    private final Intake intake;
    private final ChangeIntake changes;

    IntakeReading(Intake intake, ChangeIntake changes) {
        this.intake = intake;
        this.changes = changes;
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
    public List<Said> read(AlertSource source, LoggedAlert row) {
        return Stream.<Said>concat(
                        source.read(row.body(), row.receivedAt()).stream().map(Said.OfProblem::new),
                        source.changes(row.body(), row.receivedAt()).stream().map(Said.OfChange::new))
                .toList();
    }

    /** Changes first: an incident that opens at the same time is told of them. */
    @Override
    public void take(List<Said> said) {
        changes.take(of(said, it -> it instanceof Said.OfChange(var change) ? Optional.of(change) : Optional.empty()));
        intake.take(of(said, it -> it instanceof Said.OfProblem(var alert) ? Optional.of(alert) : Optional.empty()));
    }

    private static <T> List<T> of(List<Said> said, Function<Said, Optional<T>> which) {
        return said.stream().map(which).flatMap(Optional::stream).toList();
    }
}
