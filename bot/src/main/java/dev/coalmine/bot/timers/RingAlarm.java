package dev.coalmine.bot.timers;

import dev.coalmine.commands.timers.Alarm;
import java.util.List;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Rings an alarm whose time has come. */
class RingAlarm implements Job {

    private static final Logger log = LoggerFactory.getLogger(RingAlarm.class);
    private static final int MOST_TRIES = 5;

    private final List<Alarm> alarms;
    private final TransactionTemplate transaction;

    RingAlarm(List<Alarm> alarms, TransactionTemplate transaction) {
        this.alarms = alarms;
        this.transaction = transaction;
    }

    @Override
    public void execute(JobExecutionContext due) throws JobExecutionException {
        var data = due.getMergedJobDataMap();
        var incident = Long.parseLong(data.getString("incident"));
        try {
            alarms.stream()
                    .filter(alarm -> alarm.name().equals(data.getString("alarm")))
                    .forEach(alarm -> transaction.executeWithoutResult(_ -> alarm.ring(incident)));
        } catch (RuntimeException failed) {
            log.warn("Alarm {} for incident {} failed: {}", data.getString("alarm"), incident, failed.toString());
            throw new JobExecutionException(failed, due.getRefireCount() < MOST_TRIES);
        }
    }
}
