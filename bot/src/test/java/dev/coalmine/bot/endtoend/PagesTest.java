package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** An alert source calls; people come, or nobody does. */
class PagesTest extends Conversation {

    private final Pager pager = Pager.to(coalmine);
    private final Instant now = Instant.now().minusSeconds(600);

    @ParameterizedTest
    @ValueSource(strings = {"erin@example.com", "Erin Evans"})
    void aPageOpensAChannelWithWhoeverItNamesAndTheOwners(String assignee) {
        var page = pager.pagerduty("Payments hang", "Payments", assignee).triggers(now);

        var incident = incidentOf(page.problem());
        assertThat(incident.name()).endsWith("-payments-hang");
        incident.channel().eventually(channel -> assertThat(channel.members())
                .containsExactlyInAnyOrder("coalmine", "erin", "dan"));
        assertThat(card(incident).text())
                .contains("*Stage*\nTriage", "*Noticed by*\na page", "*Service*\npayments", "Alerts: 1");
        incident.channel().eventuallyShows("Nobody commands this incident yet. Who takes it?");
        incident.channel().eventuallyShows("Runbook: <https://runbooks.example.com/payments>");
        announcements().eventuallyShows("*%d* · SEV-2 · Triage · Payments hang".formatted(incident.number()));
        assertThat(timeline(incident)).contains("Alert from pagerduty: “Payments hang”");
        // Or the next would join it.
        page.resolves(now.plusSeconds(60));
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
    }

    @Test
    void whomItDoesNotKnowIsSaid() {
        var page = pager.pagerduty("Search is empty", service("search"), "nobody@example.com", "UNKNOWN ONE", "WHOEVER")
                .triggers(now);

        incidentOf(page.problem())
                .channel()
                .eventuallyShows(
                        "Nobody in Slack is known as nobody@example.com, UNKNOWN ONE, WHOEVER, so they were not"
                                + " invited");
    }

    @Test
    void aMissingRunbookIsSaid() {
        var unlisted = pager.pagerduty("Printer is on fire", service("printer")).triggers(now);
        var listed = pager.pagerduty("Pushes hang", "git").triggers(now);

        incidentOf(unlisted.problem()).channel().eventuallyShows("is not in the service catalog");
        incidentOf(listed.problem()).channel().eventuallyShows("There is no runbook for git");
    }

    @Test
    void sentTenTimesInAnyOrderItIsOneIncidentAndOver() {
        for (var seed = 0; seed < 3; seed++) {
            var page = pager.pagerduty("Shuffled " + seed, service("shuffled" + seed));
            var bodies = new ArrayList<String>();
            for (var i = 0; i < 10; i++) {
                bodies.addAll(List.of(
                        page.body("triggered", now),
                        page.body("acknowledged", now.plusSeconds(5)),
                        page.body("resolved", now.plusSeconds(60))));
            }
            Collections.shuffle(bodies, new Random(seed));
            atOnce(bodies.stream()
                    .<Runnable>map(body -> () -> assertThat(page.send(body)).isEqualTo(202))
                    .toList());

            var incident = incidentOf(page.problem());
            eventuallyOnTheCard(incident, "*Stage*\nDeclined");
            assertThat(coalmine.sandbox().script().channelsStarting("inc-").stream()
                            .filter(it -> it.name()
                                    .endsWith("-shuffled-" + page.title().charAt(9))))
                    .hasSize(1);
            incident.channel().eventuallyShows("pagerduty resolved it before anybody took part.");
        }
    }

    @Test
    void onceSomebodyTookPartOnlyPeopleEndIt() {
        var page = pager.pagerduty("Attended", service("attended")).triggers(now);
        var incident = incidentOf(page.problem());
        incident.hears(bob, "commander");

        page.resolves(now.plusSeconds(60));

        var question = incident.channel().eventuallyShows("pagerduty says that it is over. If users are well again:");
        assertThat(card(incident).text()).contains("*Stage*\nTriage");
        bob.submits(bob.clicks(incident.name(), question.ts(), "Resolve").viewId(), Map.of("line", "It was the disk"));
        eventuallyOnTheCard(incident, "*Stage*\nResolved");
    }

    @Test
    void talkingInTheChannelIsTakingPart() {
        var page = pager.pagerduty("Talked about", service("talk"), "dan@example.com")
                .triggers(now);
        var incident = incidentOf(page.problem());
        incident.channel().eventually(channel -> assertThat(channel.members()).contains("dan"));
        coalmine.sandbox().as("dan").says(incident.name(), "I am looking");
        incident.hears(bob, "#%d status".formatted(incident.number()));

        page.resolves(now.plusSeconds(60));

        incident.channel().eventuallyShows("pagerduty says that it is over");
    }

    @Test
    void beingInvitedIsNotTakingPart() {
        var page = pager.pagerduty("Only invited", service("invited"), "dan@example.com")
                .triggers(now);
        var incident = incidentOf(page.problem());
        eventuallyInTheTimeline(incident, "<@U0DAN00000> came into the channel");

        page.resolves(now.plusSeconds(60));

        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
    }

    @Test
    void aTriggerThatComesAfterItsEndReopensNothing() {
        var page = pager.pagerduty("Late", service("late")).triggers(now).resolves(now.plusSeconds(60));
        var incident = incidentOf(page.problem());
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
        var before = page(page.problem()).messages();

        page.triggers(now.plusSeconds(30)).triggers(now);

        eventuallyHeard(page.problem(), before + 2);
        assertThat(card(incident).text()).contains("*Stage*\nDeclined");
        assertThat(page(page.problem()).incident()).contains(incident.number());
    }

    @Test
    void laterAlertsOfTheSameServiceJoin() {
        var service = service("joined");
        var first = pager.pagerduty("Latency is high", service).triggers(now);
        var incident = incidentOf(first.problem());

        var second =
                pager.pagerduty("Errors are high", service, "erin@example.com").triggers(now.plusSeconds(60));

        assertThat(incidentOf(second.problem()).number()).isEqualTo(incident.number());
        incident.channel().eventuallyShows("Another alert from pagerduty joined: “Errors are high”");
        incident.channel().eventually(channel -> assertThat(channel.members()).contains("erin"));
        eventuallyOnTheCard(incident, "Alerts: 2, of which 2 firing");
        first.resolves(now.plusSeconds(90));
        eventuallyOnTheCard(incident, "Alerts: 2, of which 1 firing");
        assertThat(card(incident).text()).contains("*Stage*\nTriage");
        second.resolves(now.plusSeconds(100));
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
    }

    @Test
    void anAcknowledgementAndANoteAreTold() {
        var page = pager.pagerduty("Acknowledged", service("ack")).triggers(now).acknowledges(now.plusSeconds(5));

        incidentOf(page.problem()).channel().eventuallyShows("Carol Clark acknowledged “Acknowledged” in pagerduty.");
    }

    @Test
    void aGroupOfAlertmanagerIsOneIncidentUntilItsLastMemberIsOver() {
        var group = pager.alertmanager("HighErrorRate", service("group")).tells(now, "a", "b");
        var incident = incidentOf(group.problem());
        assertThat(card(incident).text()).contains("SEV-1", "HighErrorRate");
        incident.channel().eventuallyShows("Runbook: <https://runbooks.example.com/HighErrorRate>");
        incident.channel().eventually(channel -> assertThat(channel.bookmarks()).contains("Runbook"));
        assertThat(timeline(incident)).contains("2 of 2 firing");

        group.tells(now, "a", "b");
        eventuallyHeard(group.problem(), 2);
        group.tells(now.plusSeconds(60), "-a", "b");
        eventuallyInTheTimeline(incident, "1 of 2 firing");
        assertThat(card(incident).text()).contains("*Stage*\nTriage");
        group.tells(now.plusSeconds(120), "-a", "-b");
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
    }

    @Test
    void whatFiresAgainAndAgainIsOneProblemThatFlaps() {
        var group = pager.alertmanager("Flapping", service("flapping")).tells(now, "a");
        var incident = incidentOf(group.problem());
        group.tells(now.plusSeconds(10), "-a");
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");

        group.tells(now.plusSeconds(20), "a");
        incident.channel().eventuallyShows("fires again");
        eventuallyOnTheCard(incident, "*Stage*\nTriage");
        group.tells(now.plusSeconds(30), "-a");
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
        group.tells(now.plusSeconds(40), "a");

        incident.channel().eventuallyShows("is flapping: it has started 3 times.");
        eventuallyOnTheCard(incident, "flapping (started 3 times)");
        assertThat(page(group.problem()).incident()).contains(incident.number());
    }

    @Test
    void flappingWhileItIsOpenIsSaidOnce() {
        var group = pager.alertmanager("FlappingOpen", service("flapping-open")).tells(now, "a");
        var incident = incidentOf(group.problem());
        incident.hears(alice, "commander");
        for (var i = 1; i <= 5; i++) {
            group.tells(now.plusSeconds(20L * i), "-a").tells(now.plusSeconds(20L * i + 10), "a");
        }
        eventuallyHeard(group.problem(), 11);

        incident.channel().eventuallyShows("is flapping: it has started 3 times.");
        eventuallyInTheTimeline(incident, "is flapping: it has started 6 times.");
        assertThat(incident.channel().messages().stream().filter(it -> it.text().contains("is flapping")))
                .hasSize(1);
    }

    @Test
    void whatEndsByItselfAndFiresAgainForHoursIsOneProblemAndItsEndIsNotBelieved() throws SchedulerException {
        var group = pager.alertmanager("BrokenShard", service("shard")).tells(now.minusSeconds(36_000), "a");
        var incident = incidentOf(group.problem());
        for (var round = 0; round < 11; round++) {
            var end = now.minusSeconds(35_900).plusSeconds(300L * round);
            group.tells(end, "-a").tells(end.plusSeconds(200), "a");
        }
        incident.channel().eventuallyShows("is flapping: it has started 3 times. It is one problem since ");
        incident.channel().eventuallyShows("is flapping: it has started 10 times.");
        eventuallyOnTheCard(incident, "flapping (started 12 times) since ");

        group.tells(now.minusSeconds(10), "-a");
        eventuallyHeard(group.problem(), 24);
        eventuallyOnTheCard(incident, "Alerts: 1, of which 0 firing, flapping");
        assertThat(card(incident).text()).contains("*Stage*\nTriage");
        assertThat(page(group.problem()).incident()).contains(incident.number());

        var scheduler = coalmine.application().getBean(Scheduler.class);
        scheduler.triggerJob(JobKey.jobKey(String.valueOf(incident.number()), "flapping-over"));
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
        incident.channel().eventuallyShows("Quiet for 30 min, after it has started 12 times. Nobody took part.");
    }

    @Test
    void whatGetsAnotherKeyEachTimeIsOneProblemAllTheSame() {
        var service = service("shard");
        var first = pager.pagerduty("Shard 7 is broken", service).triggers(now.minusSeconds(500));
        var incident = incidentOf(first.problem());
        first.resolves(now.minusSeconds(480));
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");

        var second = pager.pagerduty("Shard 7 is broken", service).triggers(now.minusSeconds(300));
        assertThat(incidentOf(second.problem()).number()).isEqualTo(incident.number());
        second.resolves(now.minusSeconds(280));
        eventuallyHeard(second.problem(), 2);
        var third = pager.pagerduty("Shard 7 is broken", service).triggers(now.minusSeconds(100));

        assertThat(incidentOf(third.problem()).number()).isEqualTo(incident.number());
        incident.channel().eventuallyShows("is flapping: it has started 3 times.");
        eventuallyOnTheCard(incident, "flapping (started 3 times) since ");
        third.resolves(now.minusSeconds(90));
        eventuallyOnTheCard(incident, "of which 0 firing");
        assertThat(card(incident).text()).contains("*Stage*\nTriage");

        var other = pager.pagerduty("Shard 8 is broken", service("other")).triggers(now.minusSeconds(50));
        assertThat(incidentOf(other.problem()).number()).isNotEqualTo(incident.number());
    }

    @Test
    void whatIsHeldBackIsListedAndOpensNothing() {
        var watchdog = pager.alertmanager("Watchdog", service("watchdog")).tells(now, "a");
        pager.sends(Json.object()
                .put("key", "slow-" + watchdog.id())
                .put("title", "A little slow " + watchdog.id())
                .put("severity", "info"));
        eventuallyHeard(watchdog.problem(), 1);
        eventuallyHeard(new Pager.Problem("generic", "slow-" + watchdog.id()), 1);

        assertThat(alice.types("general", "/incident alerts 10").text())
                .contains("no incident: paging rule 1 says it is no page")
                .contains("A little slow " + watchdog.id())
                .contains("no incident: its source says it can wait");
        assertThat(page(watchdog.problem()).incident()).isEmpty();
    }

    @Test
    void aWrongSignatureIsRefused() {
        var page = pager.pagerduty("Forged", service("forged"));
        var answer = coalmine.post(
                "/hooks/pagerduty", page.body("triggered", now), Map.of("X-PagerDuty-Signature", "v1=00"));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static void atOnce(List<Runnable> deeds) {
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(deeds.stream()
                            .map(it -> CompletableFuture.runAsync(it, people))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void eventuallyHeard(Pager.Problem problem, int messages) {
        dev.coalmine.sandbox.script.Eventually.passes(
                () -> assertThat(page(problem).messages()).isGreaterThanOrEqualTo(messages));
    }

    private Page page(Pager.Problem problem) {
        return coalmine.application()
                .getBean(Pages.class)
                .findBySourceAndAlertKey(problem.source(), problem.key())
                .orElseThrow();
    }

    /** A service of this story alone, so that it joins nobody else's incident. */
    private String service(String name) {
        return "%s-%d".formatted(name, story);
    }
}
