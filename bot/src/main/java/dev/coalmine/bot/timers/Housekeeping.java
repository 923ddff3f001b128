package dev.coalmine.bot.timers;

import dev.coalmine.storage.events.ProgramRequests;
import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.rules.Forgetful;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets, each hour, what nobody will ask for again. Records of incidents are never forgotten. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    // Slack redelivers for minutes and PagerDuty for two days; the rest is for looking into what went wrong.
    private static final Duration KEPT = Duration.ofDays(7);

    @Bean
    JobDetail tidying() {
        return JobBuilder.newJob(Tidying.class)
                .withIdentity("tidying", "housekeeping")
                .storeDurably()
                .build();
    }

    @Bean
    Trigger hourly(JobDetail tidying) {
        return TriggerBuilder.newTrigger()
                .forJob(tidying)
                .withIdentity("hourly", "housekeeping")
                .withSchedule(SimpleScheduleBuilder.repeatHourlyForever())
                .build();
    }

    /** The work itself. */
    @DisallowConcurrentExecution
    static final class Tidying implements Job {

        private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

        private final SeenEvents seen;
        private final ProgramRequests requests;
        private final Outbox outbox;
        private final List<Forgetful> others;
        private final Clock clock;

        Tidying(SeenEvents seen, ProgramRequests requests, Outbox outbox, List<Forgetful> others, Clock clock) {
            this.seen = seen;
            this.requests = requests;
            this.outbox = outbox;
            this.others = others;
            this.clock = clock;
        }

        @Override
        public void execute(JobExecutionContext due) {
            var before = clock.instant().minus(KEPT);
            log.debug(
                    "Forgot {} event keys, {} requests of programs and {} deliveries",
                    seen.forgetBefore(before),
                    requests.forgetBefore(before),
                    outbox.forgetBefore(before));
            others.forEach(it -> it.forgetBefore(clock.instant().minus(it.keeps())));
        }
    }
}
