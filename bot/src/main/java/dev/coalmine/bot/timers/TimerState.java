package dev.coalmine.bot.timers;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.stereotype.Component;

/** How the timers are. */
@Component
public class TimerState {

    private final Scheduler scheduler;

    TimerState(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    public boolean running() {
        try {
            return scheduler.isStarted() && !scheduler.isShutdown() && !scheduler.isInStandbyMode();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many are set. */
    public int set() {
        try {
            return scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup()).size();
        } catch (SchedulerException e) {
            throw new IllegalStateException(e);
        }
    }
}
