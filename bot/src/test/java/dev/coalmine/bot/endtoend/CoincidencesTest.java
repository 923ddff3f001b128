package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** A launcher scales up, and git goes down for everyone: twice, until somebody lays the two side by side. */
class CoincidencesTest extends Conversation {

    // Its own: what happened days ago here would have the storm detector of the others take the first day for over.
    private static final RunningBot BOT = RunningBot.start(RunningBot.h2());

    private static final Duration FOUR_DAYS = Duration.ofDays(4);

    private final Pager pager = Pager.to(coalmine);
    private final Instant now = Instant.now();
    private final String crane = "auto-crane-%d".formatted(story);
    private final String git = "git-%d".formatted(story);

    CoincidencesTest() {
        super(BOT);
    }

    @AfterAll
    static void stop() {
        BOT.close();
    }

    @Test
    void aBurstOfSuccessesIsLaidBesideTheIncidentAndTheSecondTimeItIsARecurrence() {
        launchesNowAndThen(crane);
        fiftyHostsJustBefore(now.minus(FOUR_DAYS));
        var first = incidentOf(pager.pagerduty("git is down", git)
                .triggers(now.minus(FOUR_DAYS))
                .problem());
        first.channel().eventuallyShows(crane);
        var told = first.channel()
                .message("Shortly before it began, and seldom otherwise")
                .text();
        assertThat(told)
                .contains("*%s*: 50 launches succeeded in 39 s, ".formatted(crane))
                .contains("that happens in none of the five-minute windows (heard for 5 days only)");
        eventuallyInTheTimeline(first, "50 launches succeeded");
        first.hears(alice, "resolve It was the fetches");

        fiftyHostsJustBefore(now);
        var second = incidentOf(
                pager.pagerduty("git is down once more", git).triggers(now).problem());

        second.channel().eventuallyShows("*Recurrence*");
        var recurrence = second.channel().message("*Recurrence*").text();
        assertThat(recurrence)
                .contains("“%s” is the second time that it broke within 4 days".formatted(git))
                .contains("each within a minute of a burst of %s".formatted(crane))
                .contains("incident %d".formatted(first.number()));
        first.channel().eventuallyShows("Linked with incident %d".formatted(second.number()));
        assertThat(second.hears(alice, "coincidences").text())
                .contains("*%s*: 50 launches succeeded in 39 s, ".formatted(crane))
                .containsPattern("that happens in 0\\.\\d+ % of five-minute windows over the last 9 days \\(on 1 of ");
    }

    @Test
    void whatHappensAllTheTimeIsNoEvidenceAndIsOnlyListed() {
        var busy = "busy-%d".formatted(story);
        var launches = new ArrayList<HeardSignal>();
        for (var minute = 0; minute < 3 * 24 * 60; minute += 4) {
            launches.add(launch(busy, now.minus(Duration.ofMinutes(minute)).minusSeconds(30)));
        }
        hear(launches);

        var incident = declared("service:%s Slow".formatted(git));

        assertThat(incident.hears(alice, "coincidences").text())
                .contains("*%s*: ".formatted(busy))
                .contains("so it is no evidence");
        assertThat(saidByCoalmine(incident.channel()))
                .noneMatch(it -> it.startsWith("*Shortly before") && it.contains(busy));
    }

    @Test
    void aLauncherHeardForAnHourSaysNothingYet() {
        var fresh = "fresh-%d".formatted(story);
        hear(List.of(launch(fresh, now.minus(Duration.ofMinutes(70))), launch(fresh, now.minusSeconds(60))));

        assertThat(declared("Too early").hears(alice, "coincidences").text())
                .contains("*%s*: 1 launch succeeded".formatted(fresh))
                .contains("how often that happens nobody knows yet: heard for 1 hour only");
    }

    /** One an hour for nine days. */
    private void launchesNowAndThen(String source) {
        var launches = new ArrayList<HeardSignal>();
        for (var hour = 1; hour <= 9 * 24 + 1; hour++) {
            launches.add(launch(source, now.minus(Duration.ofHours(hour)).minusSeconds(1000)));
        }
        hear(launches);
    }

    /** Within 39 seconds, the last 20 seconds before. */
    private void fiftyHostsJustBefore(Instant moment) {
        var launches = new ArrayList<HeardSignal>();
        for (var host = 0; host < 50; host++) {
            launches.add(launch(crane, moment.minusSeconds(59).plusMillis(host * 39_000L / 49)));
        }
        hear(launches);
    }

    private void hear(List<HeardSignal> launches) {
        coalmine.application().getBean(TransactionTemplate.class).executeWithoutResult(_ -> coalmine.application()
                .getBean(SignalLog.class)
                .append(launches));
    }

    private HeardSignal launch(String source, Instant at) {
        return new HeardSignal(
                at, at, Kind.LAUNCH, source, true, "h-1", Outcome.SUCCEEDED, null, null, "launches", Map.of());
    }
}
