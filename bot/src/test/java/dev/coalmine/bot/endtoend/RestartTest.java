package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.matchers.GroupMatcher;

/** The bot goes away and comes back, and goes on where it was. */
class RestartTest {

    private final String database = RunningBot.h2();
    private RunningBot coalmine = RunningBot.start(Sandbox.start(SandboxSettings.forTest()), database, Map.of());

    @AfterEach
    void stop() {
        coalmine.close();
    }

    @Test
    void everythingIsThereAgain() {
        var before = new Story(coalmine);
        before.listening();
        var incident = before.declared("sev:3 service:checkout Before the restart");
        incident.hears(before.bob, "commander");
        var ts = before.bob.says(incident.name(), "It is the cache");
        before.alice.reacts(incident.name(), ts, "pushpin");
        before.eventuallyInTheTimeline(incident, "It is the cache");
        Conversation.eventuallyOnTheCard(incident, "*Commander*\n<@U0BOB00000>");
        var card = Conversation.card(incident);
        var page = Pager.to(coalmine)
                .pagerduty("Paged before", "search")
                .triggers(Instant.now().minusSeconds(60));
        var paged = before.incidentOf(page.problem());
        var timers = commandersMissing();
        assertThat(timers).as("one for each commander who is missing").isGreaterThanOrEqualTo(2);

        // Just now, so that nothing of it has reached Slack yet.
        var cutOff = before.alice.types("general", "/incident declare Cut off").text();
        coalmine = coalmine.restarted(database);

        var after = new Story(coalmine);
        after.listening();
        assertThat(after.alice.types("general", "/incident list").text())
                .contains("Before the restart", "Paged before", "Cut off");
        assertThat(commandersMissing()).isEqualTo(timers + 1);
        assertThat(after.seal(incident)).contains("The timeline is whole");
        incident.hears(after.alice, "severity 1");
        Conversation.eventuallyOnTheCard(incident, "*Severity*\nSEV-1");
        assertThat(Conversation.card(incident).ts()).isEqualTo(card.ts());
        after.announcements().eventuallyShows("*%d* · SEV-1".formatted(incident.number()));

        page.to(coalmine).triggers(Instant.now());
        assertThat(after.incidentOf(page.problem()).number()).isEqualTo(paged.number());
        var number = Long.parseLong(cutOff.replaceFirst("(?s)Declared incident (\\d+).*", "$1"));
        var late = after.incidentChannel(number);
        late.eventuallyShows("Nobody commands this incident yet");
        late.eventually(channel -> assertThat(channel.pins()).hasSize(1));
        assertThat(Conversation.saidByCoalmine(late)).doesNotHaveDuplicates();
        assertThat(coalmine.sandbox().script().channelsStarting("inc-")).hasSize(3);
    }

    private int commandersMissing() {
        try {
            return coalmine.application()
                    .getBean(Scheduler.class)
                    .getJobKeys(GroupMatcher.jobGroupEquals("unfilled-commander"))
                    .size();
        } catch (SchedulerException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Story extends Conversation {

        Story(RunningBot coalmine) {
            super(coalmine);
        }
    }
}
