package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.SignalLog;
import dev.coalmine.storage.storms.DetectorMemory;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.Storms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Automation launches hosts every five minutes for a week; then a package's signing key moves. */
class StormsTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final String KEY_MOVED = "provisioning %s failed: package signature could not be verified";

    private final String database = RunningBot.h2();
    private RunningBot coalmine;
    private int hosts;

    @BeforeEach
    void aWeekHasPassed() {
        coalmine = RunningBot.start(database);
        keep(week(Instant.now().minus(WEEK), Instant.now().minusSeconds(60)));
        Eventually.passes(() -> assertThat(bean(DetectorMemory.class).position().signal())
                .isEqualTo(bean(SignalLog.class).end()));
        assertThat(bean(Storms.class).findAll()).isEmpty();
    }

    @AfterEach
    void stop() {
        coalmine.close();
    }

    @Test
    void theCanaryIsNamedAfterFiveFailuresInOneChannelWithAPictureAndItsFalsifier() {
        for (var n = 0; n < 5; n++) {
            keyMoved(n % 2 == 0 ? "auto-crane" : "batch", true);
        }
        var channel = theOnlyChannel();

        channel.eventually(it -> assertThat(it.messages()).anySatisfy(said -> assertThat(said.text())
                .contains("Canary")
                .contains("package signature could not be verified")
                .contains("wrong if")));
        channel.eventually(it -> assertThat(pictures(it)).isEqualTo(1));

        keyMoved("by-hand", false);
        keyMoved("by-hand", false);
        keyMoved("auto-crane", true);
        channel.eventuallyShows("a shared dependency");
        assertThat(coalmine.sandbox().script().channelsStarting("inc-")).hasSize(1);
    }

    @Test
    void afterAKillTheSameStormGoesOnAndNothingIsSaidTwice() {
        for (var n = 0; n < 6; n++) {
            keyMoved(n % 2 == 0 ? "auto-crane" : "batch", true);
        }
        var channel = theOnlyChannel();
        channel.eventuallyShows("Canary");

        coalmine = coalmine.restarted(database);
        for (var n = 0; n < 6; n++) {
            keyMoved(n % 2 == 0 ? "auto-crane" : "batch", true);
        }

        Eventually.passes(() -> assertThat(storm().failures()).isGreaterThanOrEqualTo(12));
        assertThat(bean(Storms.class).findAll()).hasSize(1);
        assertThat(cards(channel)).isEqualTo(1);
        assertThat(coalmine.sandbox().script().channelsStarting("inc-")).hasSize(1);
    }

    @Test
    void whatIsNoStormEndsWithItsIncidentAndIsRemembered() {
        var channel = aStorm();

        var alice = coalmine.sandbox().as("alice");
        assertThat(alice.types("general", "/incident storms").text()).contains("goes on", "auto-crane");
        assertThat(alice.types("general", "/incident storms held 1").text()).contains("Nothing was held back");
        assertThat(alice.types("general", "/incident storms expected 1 until noonish")
                        .text())
                .contains("17:00");
        assertThat(alice.types("general", "/incident storms not 1").text()).contains("is none");

        channel.eventuallyShows("Declined");
        assertThat(alice.types("general", "/incident storms").text()).contains("over", "not a storm");
    }

    @Test
    void whoDeclinesItsIncidentHasSaidThatItIsNoStorm() {
        var channel = aStorm();

        var alice = coalmine.sandbox().as("alice");
        assertThat(alice.types("general", "/incident #1 decline The key is moved every month")
                        .text())
                .contains("Incident 1 is declined");

        channel.eventuallyShows("Declined");
        assertThat(alice.types("general", "/incident storms").text()).contains("over", "not a storm");
    }

    private static long pictures(ChannelView channel) {
        return channel.messages().stream()
                .filter(it -> it.json().path("files").toString().contains("storm-1.png"))
                .count();
    }

    private static long cards(ChannelView channel) {
        return channel.messages().stream()
                .filter(it -> it.text().contains("*Failing*"))
                .count();
    }

    private Storm storm() {
        return bean(Storms.class).findAll().getFirst();
    }

    /** The channel of one in which one launcher fails. */
    private ChannelView aStorm() {
        for (var n = 0; n < 6; n++) {
            keyMoved("auto-crane", true);
        }
        var channel = theOnlyChannel();
        channel.eventuallyShows("Storm");
        return channel;
    }

    private ChannelView theOnlyChannel() {
        Eventually.passes(() -> assertThat(coalmine.sandbox().script().channelsStarting("inc-1"))
                .hasSize(1));
        return coalmine.sandbox().script().channelsStarting("inc-1").getFirst();
    }

    private List<HeardSignal> week(Instant from, Instant to) {
        var signals = new ArrayList<HeardSignal>();
        for (var at = from; at.isBefore(to); at = at.plusSeconds(300)) {
            for (var launcher : List.of("auto-crane", "batch", "edge-roll")) {
                var fails = hosts % 67 == 0;
                signals.add(launch(launcher, true, at, fails, fails ? "out of quota" : null));
            }
            if (hosts % 12 == 0) {
                signals.add(launch("by-hand", false, at, false, null));
            }
        }
        return signals;
    }

    private void keyMoved(String launcher, boolean automated) {
        keep(List.of(launch(launcher, automated, Instant.now(), true, KEY_MOVED.formatted("h-" + (hosts + 1)))));
    }

    private HeardSignal launch(String launcher, boolean automated, Instant at, boolean fails, @Nullable String text) {
        return new HeardSignal(
                at,
                Instant.now(),
                Kind.LAUNCH,
                launcher,
                automated,
                "h-" + ++hosts,
                fails ? Outcome.FAILED : Outcome.SUCCEEDED,
                text,
                null,
                "launches",
                Map.of("zone", hosts % 2 == 0 ? "eu-1a" : "eu-1b"));
    }

    private void keep(List<HeardSignal> signals) {
        bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> bean(SignalLog.class).append(signals));
    }

    private <T> T bean(Class<T> type) {
        return coalmine.application().getBean(type);
    }
}
