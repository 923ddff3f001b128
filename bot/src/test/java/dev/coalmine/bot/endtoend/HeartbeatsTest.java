package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.storage.heartbeats.Heartbeat;
import dev.coalmine.storage.heartbeats.Heartbeats;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who should have been heard and was not. */
class HeartbeatsTest extends Conversation {

    // Its own: what happened days ago here would have the storm detector of the others take the first day for over.
    private static final RunningBot BOT = RunningBot.start(RunningBot.h2());

    private static final Pattern ADDRESS = Pattern.compile("(/hooks/heartbeat/[A-Za-z0-9_-]{43})");

    private final Heartbeats heartbeats = coalmine.application().getBean(Heartbeats.class);
    private final String name = "ping-%d".formatted(story);

    HeartbeatsTest() {
        super(BOT);
    }

    @AfterAll
    static void stop() {
        BOT.close();
    }

    @Test
    void whatFallsSilentOpensAnIncidentAndItsReturnEndsIt() {
        var address = added("every 1s grace 1s severity:2");
        beats(address);

        var incident = incidentOf(name);

        assertThat(incident.name()).contains("is-silent");
        assertThat(card(incident).text()).contains("SEV-2", "*Noticed by*\na heartbeat that did not come", "Triage");
        incident.channel()
                .eventuallyShows(
                        "The heartbeat *%s* did not come: it beats every 1s, with 1s of grace".formatted(name));
        assertThat(list())
                .contains("*%s*".formatted(name), "*silent* since", "incident %d".formatted(incident.number()));
        assertThat(check()).isInstanceOf(Finding.Notice.class).asString().contains(name);

        pauses();
        beats(address);
        incident.channel().eventuallyShows("The heartbeat *%s* is back: it was away for ".formatted(name));
        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
        incident.channel().eventuallyShows("It was back before anybody took part.");
        eventuallyInTheTimeline(incident, "is back: it was away for");
    }

    @Test
    void whoTookPartDecidesAndAnotherSilenceIsTheSameProblem() {
        var address = added("every 1s grace 0s");
        beats(address);
        var incident = incidentOf(name);
        incident.hears(bob, "commander");

        beats(address);
        incident.channel().eventuallyShows("is back: it was away for");
        incident.channel().eventuallyShows("If users are well again:");
        Eventually.passes(() -> assertThat(saidByCoalmine(incident.channel()).stream()
                        .filter(it -> it.startsWith("The heartbeat *%s* did not come".formatted(name))))
                .hasSize(2));
        assertThat(incidentOf(name).number()).isEqualTo(incident.number());
        assertThat(card(incident).text()).contains("Triage");
    }

    @Test
    void itWaitsForItsFirstBeatAndMayBePausedRenewedAndRemoved() {
        var address = added("every 1s grace 1s service:payments");
        assertThat(list())
                .contains("*%s* · every 1s, grace 1s · payments · waiting for its first beat".formatted(name));
        assertThat(alice.types("general", "/incident heartbeat pause %s".formatted(name))
                        .text())
                .contains("may be silent until it is resumed");

        beats(address);
        var renewed = address(alice.types("general", "/incident heartbeat renew %s".formatted(name))
                .text());
        beats(address);
        beats(renewed);

        assertThat(coalmine.post(address, "", Map.of()).statusCode()).isEqualTo(404);
        assertThat(list()).contains("paused until it is resumed");
        assertThat(heartbeat().beats()).isEqualTo(3);
        assertThat(heartbeat().incident()).isNull();
        assertThat(alice.types("general", "/incident heartbeat remove %s".formatted(name))
                        .text())
                .contains("is gone");
        assertThat(coalmine.get(renewed, Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void itsAddressIsKeptAsADigestAndIsForOperators() {
        var address = added("every 1h");
        var token = address.substring(address.lastIndexOf('/') + 1);

        assertThat(kept()).hasSize(64).doesNotContain(token);
        assertThat(bob.types("general", "/incident heartbeat list").text()).contains("Heartbeats are for operators");
        assertThat(coalmine.get("/hooks/heartbeat/" + token.replace(token.charAt(0), '_') + "x", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(coalmine.get("/hooks/heartbeat/", Map.of()).statusCode()).isEqualTo(404);
        assertThat(alice.types("general", "/incident heartbeat add %s every 1h".formatted(name))
                        .text())
                .contains("There is a heartbeat *%s* already".formatted(name));
        assertThat(alice.types("general", "/incident heartbeat add other").text())
                .contains("Say how often it beats");
    }

    @Test
    void aWatchdogBeatsByFiringAndOpensNoPage() {
        var alertname = "Watchdog%d".formatted(story);
        alice.types("general", "/incident heartbeat add %s every 2s grace 2s alert:%s".formatted(name, alertname));
        var watchdog = Pager.to(coalmine).alertmanager(alertname, "watchdog-%d".formatted(story));

        watchdog.tells(Instant.now().minusSeconds(9_000), "a");
        Eventually.passes(() -> assertThat(heartbeat().beats()).isEqualTo(1));
        watchdog.tells(Instant.now().minusSeconds(9_000), "a");
        Eventually.passes(() -> assertThat(heartbeat().beats()).isEqualTo(2));

        assertThat(alice.types("general", "/incident alerts 25").text()).doesNotContain(alertname);
        assertThat(incidentOf(name).name()).contains("is-silent");
        // That it is resolved is no beat, and no news.
        watchdog.tells(Instant.now(), "-a");
        assertThat(heartbeat().beats()).isEqualTo(2);
    }

    @Test
    void aLauncherThatHasStoppedIsMissedOnceAndOneWithoutRhythmIsNot() {
        var crane = "crane-%d".formatted(story);
        var now = Instant.now();
        var launches = new ArrayList<HeardSignal>();
        for (var minute = 60; minute < 3 * 24 * 60; minute += 5) {
            launches.add(launch(crane, now.minus(Duration.ofMinutes(minute))));
        }
        for (var hour = 1; hour < 70; hour += hour) {
            launches.add(launch("now-and-then-%d".formatted(story), now.minus(Duration.ofHours(hour))));
        }
        heardForLong();
        hear(launches);

        var channel = channel("%s-has-stopped-launching".formatted(crane));
        channel.eventuallyShows("*%s* has stopped launching: its last launch was at ".formatted(crane));
        assertThat(coalmine.sandbox().script().channelsStarting("inc-"))
                .noneMatch(it -> it.name().contains("now-and-then-%d".formatted(story)));

        hear(List.of(launch(crane, Instant.now())));
        channel.eventuallyShows("*%s* launches again: it was silent for up to ".formatted(crane));
        channel.eventuallyShows("It was back before anybody took part.");
        assertThat(saidByCoalmine(channel).stream().filter(it -> it.contains("has stopped launching: its last")))
                .as("said in the channel, whatever else is shown of it")
                .hasSize(1);
    }

    private String added(String how) {
        return address(alice.types("general", "/incident heartbeat add %s %s".formatted(name, how))
                .text());
    }

    private static String address(String shown) {
        var address = ADDRESS.matcher(shown);
        assertThat(address.find()).as(shown).isTrue();
        return address.group(1);
    }

    private void beats(String address) {
        assertThat(coalmine.get(address, Map.of()).statusCode()).isEqualTo(200);
    }

    private void pauses() {
        // The clock of both databases is as fine as that, but nobody beats twice in an instant.
        Eventually.passes(() -> assertThat(Instant.now()).isAfter(heartbeat().beatAt()));
    }

    private String list() {
        return alice.types("general", "/incident heartbeat list").text();
    }

    private Heartbeat heartbeat() {
        return heartbeats.named(name).orElseThrow();
    }

    private Declared incidentOf(String heartbeat) {
        var number = new long[1];
        Eventually.passes(() -> {
            var opened = heartbeats.named(heartbeat).orElseThrow().incident();
            assertThat(opened).isNotNull();
            number[0] = opened;
        });
        return new Declared(number[0], incidentChannel(number[0]));
    }

    private ChannelView channel(String ending) {
        var found = new ChannelView[1];
        Eventually.passes(() -> found[0] = coalmine.sandbox().script().channelsStarting("inc-").stream()
                .filter(it -> it.name().endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel " + ending)));
        return found[0];
    }

    private Finding check() {
        return coalmine.application().getBeansOfType(Check.class).values().stream()
                .filter(it -> it.name().equals("heartbeats"))
                .findFirst()
                .orElseThrow()
                .look();
    }

    private String kept() {
        return coalmine.application()
                .getBean(JdbcClient.class)
                .sql("select token from heartbeat where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /** As if the bot had been there for days: what it did not hear then was not there. */
    private void heardForLong() {
        coalmine.application()
                .getBean(JdbcClient.class)
                .sql("update heartbeat_watch set hearing_since = '2020-01-01 00:00:00+00'")
                .update();
    }

    private void hear(List<HeardSignal> launches) {
        coalmine.application().getBean(TransactionTemplate.class).executeWithoutResult(_ -> coalmine.application()
                .getBean(SignalLog.class)
                .append(launches));
    }

    private static HeardSignal launch(String source, Instant at) {
        return new HeardSignal(
                at, at, Kind.LAUNCH, source, true, "h-1", Outcome.STARTED, null, null, "launches", Map.of());
    }
}
