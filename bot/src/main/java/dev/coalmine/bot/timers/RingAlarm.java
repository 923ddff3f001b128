package dev.coalmine.bot.timers;

import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.storage.events.SeenEvents;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rings an alarm whose time has come. Quartz fires again what a dead replica had begun, so what an alarm does and the
 * mark that it rang are one transaction.
 */
class RingAlarm implements Job {

    private static final Logger log = LoggerFactory.getLogger(RingAlarm.class);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final List<Alarm> alarms;
    private final SeenEvents seen;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RingAlarm(List<Alarm> alarms, SeenEvents seen, TransactionTemplate transaction, Clock clock) {
        this.alarms = alarms;
        this.seen = seen;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void execute(JobExecutionContext due) throws JobExecutionException {
        var data = due.getMergedJobDataMap();
        var name = data.getString("alarm");
        var incident = Long.parseLong(data.getString("incident"));
        try {
            transaction.executeWithoutResult(_ -> ring(name, incident, data.getString("due")));
        } catch (RuntimeException failed) {
            log.warn("Alarm {} for incident {} failed, and rings again soon: {}", name, incident, failed.toString());
            again(due, failed);
        }
    }

    private void ring(String name, long incident, String due) {
        if (seen.isNew("alarm:%s:%d:%s".formatted(name, incident, due), clock.instant())) {
            alarms.stream().filter(alarm -> alarm.name().equals(name)).forEach(alarm -> alarm.ring(incident));
        }
    }

    /** An alarm is a promise: it is tried until it rings, or until something else is promised in its place. */
    private void again(JobExecutionContext due, RuntimeException failed) throws JobExecutionException {
        var job = due.getJobDetail().getKey();
        try {
            transaction.executeWithoutResult(_ -> reschedule(due.getScheduler(), job));
        } catch (RuntimeException databaseAway) {
            pause();
            throw new JobExecutionException(failed, true);
        }
    }

    private void reschedule(Scheduler scheduler, JobKey job) {
        try {
            scheduler.rescheduleJob(
                    TriggerKey.triggerKey(job.getName(), job.getGroup()),
                    QuartzTimers.trigger(job, clock.instant().plus(RETRY)));
        } catch (SchedulerException e) {
            throw new IllegalStateException("the timer could not be kept", e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
