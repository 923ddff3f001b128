package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.LoggedAlert;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Handles the row of the alert log that comes next, in one transaction with the cursor. */
@Component
class NextRow {

    /** What became of it. */
    sealed interface Outcome {

        /** Its effects are committed. */
        record Done() implements Outcome {}

        record NothingNew() implements Outcome {}

        /** It had no effect, and will have once the database is well. */
        record DatabaseTrouble(Throwable why) implements Outcome {}

        /** It had no effect, and may never have. */
        record Failed(LoggedAlert row, Throwable why) implements Outcome {}
    }

    /** The cursor's name. */
    static final String READER = "intake";

    private static final Logger LOG = LoggerFactory.getLogger(NextRow.class);

    // By the SQL standard: connection, rollback (deadlock), resources, operator's intervention, system.
    private static final Set<String> TROUBLED_STATES = Set.of("08", "40", "53", "57", "58");

    private final AlertLog log;
    private final Map<String, AlertSource> sources;
    private final Intake intake;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    NextRow(
            AlertLog log,
            List<AlertSource> sources,
            Intake intake,
            PlatformTransactionManager transactions,
            Clock clock,
            MeterRegistry meters) {
        this.log = log;
        this.sources = sources.stream().collect(Collectors.toMap(AlertSource::name, Function.identity()));
        this.intake = intake;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.meters = meters;
    }

    Outcome handle() {
        try {
            return next().map(this::handle).orElseGet(Outcome.NothingNew::new);
        } catch (RuntimeException trouble) {
            return new Outcome.DatabaseTrouble(trouble);
        }
    }

    /** Passes a row over, for good and on record. */
    void setAside(LoggedAlert row, Throwable why) {
        transaction.executeWithoutResult(status -> {
            if (log.moveOn(READER, row.number() - 1, row.number())) {
                log.setAside(
                        READER, row.number(), "%s: %s".formatted(Outline.of(why), why.getMessage()), clock.instant());
            }
        });
        count(row, "set aside");
        LOG.error("Row {} of the alert log, from {}, is set aside: {}", row.number(), row.source(), Outline.of(why));
    }

    private Optional<LoggedAlert> next() {
        return log.after(log.cursor(READER), 1).stream().findFirst();
    }

    private Outcome handle(LoggedAlert row) {
        try {
            transaction.executeWithoutResult(status -> {
                // Numbers have no gaps, so this is where the cursor was.
                if (log.moveOn(READER, row.number() - 1, row.number())) {
                    take(row);
                }
            });
            return new Outcome.Done();
        } catch (RuntimeException | Error failure) {
            // Errors too: a body that is nested too deeply for the stack must not end the reading.
            return troubled(failure) ? new Outcome.DatabaseTrouble(failure) : new Outcome.Failed(row, failure);
        }
    }

    private void take(LoggedAlert row) {
        var alerts = read(row);
        alerts.forEach(intake::take);
    }

    private List<Alert> read(LoggedAlert row) {
        var source = sources.get(row.source());
        if (source == null) {
            throw new IllegalStateException("No source has this name any more.");
        }
        try {
            var alerts = source.read(row.body(), row.receivedAt());
            count(row, alerts.isEmpty() ? "no alert" : "read");
            return alerts;
        } catch (Unreadable unreadable) {
            count(row, "unreadable");
            LOG.warn("Row {} of the alert log, from {}, cannot be read.", row.number(), row.source());
            return List.of();
        }
    }

    private void count(LoggedAlert row, String outcome) {
        meters.counter("coalmine.alerts", "source", row.source(), "outcome", outcome)
                .increment();
    }

    private static boolean troubled(Throwable failure) {
        return Outline.causes(failure).stream().anyMatch(NextRow::isTrouble);
    }

    private static boolean isTrouble(Throwable cause) {
        return switch (cause) {
            case TransientDataAccessException passing -> true;
            case RecoverableDataAccessException passing -> true;
            case DataAccessResourceFailureException unreachable -> true;
            case CannotCreateTransactionException unreachable -> true;
            case SQLException refused ->
                refused.getSQLState() != null
                        && refused.getSQLState().length() > 2
                        && TROUBLED_STATES.contains(refused.getSQLState().substring(0, 2));
            case Throwable other -> false;
        };
    }
}
