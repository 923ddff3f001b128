package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.launches.AlertSignals;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How far the reading of the alert log is behind, as metrics; not a number while the database is away. */
@Component
class AlertLag implements MeterBinder {

    private final AlertLog log;
    private final Clock clock;

    AlertLag(AlertLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        bindTo(meters, "coalmine.alerts.lag", Intake.READER, "handled");
        bindTo(meters, "coalmine.signals.lag", AlertSignals.READER, "heard by the storm detector");
    }

    private void bindTo(MeterRegistry meters, String name, String reader, String done) {
        Gauge.builder(name, this, lag -> lag.measured(reader, Backlog::rows))
                .description("Rows of the alert log that are kept and not yet " + done)
                .register(meters);
        Gauge.builder(name + ".seconds", this, lag -> lag.measured(reader, lag::seconds))
                .description("How long the oldest of them has waited")
                .register(meters);
    }

    private double measured(String reader, ToDoubleFunction<Backlog> what) {
        try {
            return what.applyAsDouble(log.backlog(reader));
        } catch (RuntimeException databaseAway) {
            return Double.NaN;
        }
    }

    private double seconds(Backlog backlog) {
        return backlog.oldest()
                .map(since -> Duration.between(since, clock.instant()))
                .map(Duration::toMillis)
                .map(millis -> millis / 1_000.0)
                .orElse(0.0);
    }
}
