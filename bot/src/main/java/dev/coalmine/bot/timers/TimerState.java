package dev.coalmine.bot.timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the timers are. */
@Component
public class TimerState {

    private final Scheduler scheduler;
    private final JdbcClient database;
    private final Clock clock;

    TimerState(Scheduler scheduler, JdbcClient database, Clock clock) {
        this.scheduler = scheduler;
        this.database = database;
        this.clock = clock;
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

    /** How many are set that ring that alarm; not a number while the database is away. */
    double set(String alarm) {
        try {
            return database.sql("select count(*) from qrtz_triggers where trigger_group = ?")
                    .param(alarm)
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException databaseAway) {
            return Double.NaN;
        }
    }

    /** How late the most overdue of them is; zero when none is. Those that Quartz gave up count as well. */
    public Duration late() {
        var now = clock.instant();
        var next = database.sql("select min(next_fire_time) from qrtz_triggers where next_fire_time > 0")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single()
                .map(Instant::ofEpochMilli)
                .orElse(now);
        return next.isBefore(now) ? Duration.between(next, now) : Duration.ZERO;
    }
}
