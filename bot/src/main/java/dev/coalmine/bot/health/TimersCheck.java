package dev.coalmine.bot.health;

import dev.coalmine.bot.timers.TimerState;
import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether timers ring. */
@Component
class TimersCheck implements Check {

    // A replica that dies is missed after some seconds, and its timers ring then.
    private static final Duration LATE = Duration.ofMinutes(1);

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
        if (!timers.running()) {
            return new Finding.Trouble("do not run", "restart Coalmine; the log says why they stopped");
        }
        var late = timers.late();
        return late.compareTo(LATE) > 0
                ? new Finding.Trouble(
                        "the most overdue is %d s late".formatted(late.toSeconds()), "see what the log says of alarms")
                : new Finding.Well("run, %d set".formatted(timers.set()));
    }
}
