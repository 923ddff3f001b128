package dev.coalmine.bot.timers;

import dev.coalmine.commands.timers.Alarm;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many promises there are and whether they are kept in time, as numbers for those who watch. */
@Component
class TimerMetrics implements MeterBinder {

    private final TimerState timers;
    private final List<Alarm> alarms;

    TimerMetrics(TimerState timers, List<Alarm> alarms) {
        this.timers = timers;
        this.alarms = alarms;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("coalmine.timers.late", timers, it -> it.late().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How late the most overdue timer is")
                .register(registry);
        alarms.forEach(alarm -> Gauge.builder("coalmine.timers.set", timers, it -> it.set(alarm.name()))
                .tag("alarm", alarm.name())
                .description("How many timers are set that ring this alarm")
                .register(registry));
    }
}
