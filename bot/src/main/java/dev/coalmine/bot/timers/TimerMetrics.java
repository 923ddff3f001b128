package dev.coalmine.bot.timers;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Whether promises are kept in time, as a number for those who watch. */
@Component
class TimerMetrics implements MeterBinder {

    private final TimerState timers;

    TimerMetrics(TimerState timers) {
        this.timers = timers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("coalmine.timers.late", timers, it -> it.late().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How late the most overdue timer is")
                .register(registry);
    }
}
