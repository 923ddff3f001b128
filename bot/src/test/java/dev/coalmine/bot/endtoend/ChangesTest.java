package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who changed what, told before anybody asks. */
class ChangesTest extends Conversation {

    private final Instant now = Instant.now();

    @Test
    void whatChangedInTheHourBeforeIsToldToANewIncidentAndKept() {
        var service = "told-%d".formatted(story);
        changed("Other %d".formatted(story), "other", now.minusSeconds(60));
        changed("v1.2.%d".formatted(story), service, now.minusSeconds(240));
        changed("long ago %d".formatted(story), service, now.minusSeconds(7200));
        eventuallyKnown("v1.2.%d".formatted(story));

        var incident = declared("service:%s Changed before".formatted(service));

        incident.channel().eventuallyShows("Changed in the hour before");
        var told = incident.channel().message("Changed in the hour before").text();
        assertThat(told)
                .contains("4 min before · Deployment of %s: v1.2.%d, by ann".formatted(service, story))
                .contains("Other %d".formatted(story))
                .doesNotContain("long ago %d".formatted(story));
        assertThat(told.indexOf("v1.2.%d".formatted(story)))
                .as("that of the same service comes first")
                .isLessThan(told.indexOf("Other %d".formatted(story)));
        assertThat(timeline(incident)).contains("Deployment of %s: v1.2.%d, by ann.".formatted(service, story));
        assertThat(incident.hears(alice, "changes").text()).contains("v1.2.%d".formatted(story));
        assertThat(incident.hears(alice, "changes %s 3h".formatted(service)).text())
                .contains("long ago %d".formatted(story))
                .doesNotContain("Other %d".formatted(story));
    }

    @Test
    void whatIsHeardLateIsToldLaterAndWhatWasToldIsNotToldAgain() {
        var incident = declared("Heard late");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        changed("Early enough %d".formatted(story), "late", now.minus(Duration.ofHours(3)));
        changed("Came late %d".formatted(story), "late", now.minusSeconds(60));
        eventuallyKnown("Came late %d".formatted(story));

        incident.hears(
                alice, "time began %s".formatted(now.minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS)));
        incident.channel().eventuallyShows("Early enough %d".formatted(story));
        incident.hears(alice, "time began %s".formatted(now.truncatedTo(ChronoUnit.SECONDS)));

        incident.channel().eventuallyShows("Came late %d".formatted(story));
        assertThat(saidByCoalmine(incident.channel()))
                .filteredOn(it -> it.contains("Early enough %d".formatted(story)))
                .hasSize(1);
    }

    @Test
    void aDrillIsToldOfNothing() {
        changed("Before a drill %d".formatted(story), "drilled", now.minusSeconds(60));
        eventuallyKnown("Before a drill %d".formatted(story));

        var drill = declared("drill Practising");

        drill.channel().eventuallyShows("Nobody commands this incident yet");
        assertThat(timeline(drill)).doesNotContain("Before a drill");
        assertThat(drill.hears(alice, "changes").text()).contains("Before a drill %d".formatted(story));
    }

    @Test
    void aPersonWritesDownWhatTheyChanged() {
        var incident = declared("Written down");

        var reply = incident.hears(
                alice, "changes add Turned the cache on %d service:checkout-api kind:flag".formatted(story));
        incident.hears(alice, "changes add Rolled back %d at 00:00".formatted(story));

        assertThat(reply.text()).contains("Flag of checkout: Turned the cache on %d, by alice".formatted(story));
        assertThat(timeline(incident)).contains("Flag of checkout: Turned the cache on %d".formatted(story));
        assertThat(alice.types("general", "/incident changes checkout 10m").text())
                .contains("Turned the cache on %d".formatted(story));
        assertThat(alice.types("general", "/incident changes 1d").text()).contains("Rolled back %d".formatted(story));
        assertThat(alice.types("general", "/incident changes add ").text()).contains("Say what was changed.");
        assertThat(alice.types("general", "/incident changes add x kind:magic").text())
                .contains("A kind is");
        assertThat(alice.types("general", "/incident changes nothing-%d".formatted(story))
                        .text())
                .contains("No change of nothing-%d is known in the last 3 h.".formatted(story));
    }

    @Test
    void aChangeThatSaysNothingIsRefusedAndSoIsAStranger() {
        var mute = coalmine.post("/hooks/changes", "{}", Map.of("Authorization", "Bearer " + RunningBot.CHANGES_TOKEN));
        var stranger = coalmine.post("/hooks/changes", "{\"what\": \"x\"}", Map.of("Authorization", "Bearer x"));

        assertThat(mute.statusCode()).isEqualTo(400);
        assertThat(mute.body()).contains("“what” is missing");
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    private void changed(String what, String service, Instant at) {
        var body = Json.object()
                .put("kind", "deployment")
                .put("what", what)
                .put("service", service)
                .put("who", "ann")
                .put("at", at.toString());
        var answer = coalmine.post(
                "/hooks/changes", body.toString(), Map.of("Authorization", "Bearer " + RunningBot.CHANGES_TOKEN));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private void eventuallyKnown(String what) {
        Eventually.passes(
                () -> assertThat(alice.types("general", "/incident changes 1d").text())
                        .contains(what));
    }
}
