package dev.coalmine.bot.health;

import dev.coalmine.bot.timers.TimerState;
import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import org.springframework.stereotype.Component;

/** Whether timers ring. */
@Component
class TimersCheck implements Check {

    private final TimerState timers;

    TimersCheck(TimerState timers) {
        this.timers = timers;
    }

    @Override
    public String name() {
        return "timers";
    }

    @Override
    public Finding look() {
        return timers.running()
                ? new Finding.Well("run, %d set".formatted(timers.set()))
                : new Finding.Trouble("do not run", "restart Coalmine; the log says why they stopped");
    }
}
