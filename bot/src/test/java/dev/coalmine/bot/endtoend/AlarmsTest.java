package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** Promises for later are kept, and each once. */
class AlarmsTest extends Conversation {

    private final Scheduler scheduler = coalmine.application().getBean(Scheduler.class);

    @Test
    void anAlarmThatQuartzFiresTwiceRingsOnce() throws SchedulerException {
        var incident = declared("Rung twice");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        var job = JobKey.jobKey(String.valueOf(incident.number()), "unfilled-commander");

        firedAndOver(job);
        var still = incident.channel().eventuallyShows("Still nobody commands this incident");
        incident.hears(alice, "severity 1");
        firedAndOver(job);
        incident.hears(alice, "severity 2");

        incident.channel().eventuallyShows("Severity is now SEV-2");
        assertThat(saidByCoalmine(incident.channel()))
                .filteredOn(it -> it.startsWith("Still nobody"))
                .hasSize(1);
        assertThat(incident.channel().message("Still nobody").json().has("edited"))
                .isFalse();
        assertThat(incident.channel().message("Still nobody").ts()).isEqualTo(still.ts());
    }

    @Test
    void howLateTheTimersAreIsMeasured() {
        var late = coalmine.application()
                .getBean(MeterRegistry.class)
                .get("coalmine.timers.late")
                .gauge();

        Eventually.passes(() -> assertThat(late.value()).isZero());
    }

    private void firedAndOver(JobKey job) throws SchedulerException {
        scheduler.triggerJob(job);
        Eventually.passes(() -> {
            try {
                assertThat(scheduler.getTriggersOfJob(job)).hasSize(1);
            } catch (SchedulerException e) {
                throw new AssertionError(e);
            }
        });
    }
}
