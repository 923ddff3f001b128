package dev.coalmine.bot.timers;

import dev.coalmine.commands.timers.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
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
        var due = clock.instant().plus(in);
        var key = JobKey.jobKey(String.valueOf(incident), alarm);
        var job = JobBuilder.newJob(RingAlarm.class)
                .withIdentity(key)
                .usingJobData("alarm", alarm)
                .usingJobData("incident", String.valueOf(incident))
                .usingJobData("due", String.valueOf(due.toEpochMilli()))
                .requestRecovery()
                .build();
        try {
            scheduler.deleteJob(key);
            scheduler.scheduleJob(job, trigger(key, due));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the timer could not be kept", e);
        }
    }

    /** Rings at that time, or as soon as Coalmine is up if it was down then. */
    static Trigger trigger(JobKey job, Instant due) {
        return TriggerBuilder.newTrigger()
                .withIdentity(job.getName(), job.getGroup())
                .forJob(job)
                .startAt(Date.from(due))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }
}
