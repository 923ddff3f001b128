package dev.coalmine.bot.storms;

import dev.coalmine.storage.signals.SignalLog;
import dev.coalmine.storage.storms.DetectorMemory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many signals are kept and not yet heard, as a metric; not a number while the database is away. */
@Component
class StormLag implements MeterBinder {

    private final SignalLog signals;
    private final DetectorMemory memory;

    StormLag(SignalLog signals, DetectorMemory memory) {
        this.signals = signals;
        this.memory = memory;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("coalmine.storms.lag", this, StormLag::behind)
                .description("Signals that are kept and that the storm detector has not heard yet")
                .register(meters);
    }

    private double behind() {
        try {
            return signals.end() - memory.position().signal();
        } catch (RuntimeException databaseAway) {
            return Double.NaN;
        }
    }
}
