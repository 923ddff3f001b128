package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Slack is away when the bot starts: it starts, takes pages, and tells Slack once it is there. */
class SlackAwayTest {

    @Test
    void pagesAreTakenAndTheirChannelsComeLater() {
        var port = RunningBot.freePort();
        var alone = RunningBot.startWithoutSlack(port);
        assertThat(alone.get("/actuator/health", Map.of()).statusCode()).isEqualTo(200);
        var page = Pager.to(alone)
                .pagerduty("Slack was away", "checkout", "dan@example.com")
                .triggers(Instant.now());

        try (var coalmine = alone.meetingSlackAt(port)) {
            var story = new Story(coalmine);
            story.listening();
            var incident = story.incidentOf(page.problem());

            incident.channel()
                    .eventually(channel -> assertThat(channel.members()).contains("dan", "bob"));
            assertThat(incident.hears(story.bob, "commander").text()).contains("You command incident");
            Conversation.eventuallyOnTheCard(incident, "*Commander*\n<@U0BOB00000>");
        }
    }

    private static final class Story extends Conversation {

        Story(RunningBot coalmine) {
            super(coalmine);
        }
    }
}
