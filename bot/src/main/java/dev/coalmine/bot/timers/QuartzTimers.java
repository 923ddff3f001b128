package dev.coalmine.bot.timers;

import dev.coalmine.commands.timers.Timers;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.springframework.stereotype.Component;

/** Keeps timers in the database, within the caller's transaction. */
@Component
class QuartzTimers implements Timers {

    private final Scheduler scheduler;
    private final Clock clock;

    QuartzTimers(Scheduler scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void ring(String alarm, long incident, Duration in) {
        var key = JobKey.jobKey(String.valueOf(incident), alarm);
        var job = JobBuilder.newJob(RingAlarm.class)
                .withIdentity(key)
                .usingJobData("alarm", alarm)
                .usingJobData("incident", String.valueOf(incident))
                .requestRecovery()
                .build();
        // One that came due while Coalmine was down rings as soon as it is up.
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity(key.getName(), key.getGroup())
                .startAt(Date.from(clock.instant().plus(in)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
        try {
            scheduler.deleteJob(key);
            scheduler.scheduleJob(job, trigger);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the timer could not be kept", e);
        }
    }
}
