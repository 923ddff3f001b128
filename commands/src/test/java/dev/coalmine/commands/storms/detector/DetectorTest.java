package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.storms.detector.Signal.Kind;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Launchers that launch a host every five minutes for a week, and what happens then. */
class DetectorTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final List<String> LAUNCHERS = List.of("auto-crane", "batch", "edge-roll");
    private static final String USUAL = "provisioning %s failed: timeout after 30 s";
    private static final String KEY_MOVED = "provisioning %s failed: package signature could not be verified";

    private final Detector detector = new Detector(Sensitivity.USUAL);
    private final List<StormEvent> events = new ArrayList<>();
    private final Random random = new Random(1);
    private Instant now = MONDAY;
    private int hosts;

    @Test
    void aWeekInWhichOneInTwentyFailsIsQuiet() {
        aUsualWeek();

        assertThat(events).isEmpty();
    }

    @Test
    void whenTheKeyMovesItIsACanaryWithinTwoRounds() {
        aUsualWeek();
        for (var round = 0; round < 4; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.FAILED, KEY_MOVED));
            passes(Duration.ofMinutes(5));
        }

        var opened = events.getFirst();
        assertThat(opened.event()).isEqualTo(StormEvent.Change.OPENED);
        assertThat(opened.kind()).isEqualTo(StormEvent.Kind.CANARY);
        assertThat(opened.at())
                .isLessThan(MONDAY.plus(WEEK).plus(Duration.ofMinutes(6)).toEpochMilli());
        assertThat(opened.text()).isEqualTo("provisioning <*> failed: package signature could not be verified");
        assertThat(opened.first()).isEqualTo(MONDAY.plus(WEEK).toEpochMilli());
        assertThat(opened.explanation()).contains("hardly ever seen before");
    }

    @Test
    void launchesByHandAreWitnesses() {
        aUsualWeek();
        for (var round = 0; round < 4; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.FAILED, KEY_MOVED));
            launches("console", false, Outcome.FAILED, KEY_MOVED);
            passes(Duration.ofMinutes(5));
        }

        assertThat(events.getLast().sources()).contains("console");
        assertThat(events.getLast().manual()).isPositive();
    }

    @Test
    void whatGoesOnToSucceedIsNamed() {
        aUsualWeek();
        for (var round = 0; round < 6; round++) {
            launches("auto-crane", true, Outcome.FAILED, KEY_MOVED);
            launches("edge-roll", true, Outcome.SUCCEEDED, null);
            passes(Duration.ofMinutes(5));
        }

        assertThat(events.getFirst().sources()).containsExactly("auto-crane");
        assertThat(events.getFirst().kind()).isEqualTo(StormEvent.Kind.STORM);
        assertThat(events.getFirst().explanation()).contains("Still fine: edge-roll");
    }

    @Test
    void itEndsOnceLaunchesSucceedAndIsTheSameWhenItComesBack() {
        aUsualWeek();
        fails(4);
        succeeds(12);
        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.ENDED);

        fails(4);

        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.WIDENED);
        assertThat(events).extracting(StormEvent::storm).containsOnly(1);
    }

    @Test
    void oneHostThatFailsThreeHundredTimesIsOneFailure() {
        aUsualWeek();
        for (var n = 0; n < 300; n++) {
            hears(Kind.LAUNCH, "batch", true, "h-17", Outcome.FAILED, KEY_MOVED.formatted("h-17"));
            passes(Duration.ofSeconds(20));
        }

        assertThat(events).isEmpty();
    }

    @Test
    void threeHundredHostsThatSucceedAreNoStorm() {
        aUsualWeek();
        for (var n = 0; n < 300; n++) {
            launches("batch", true, random.nextInt(20) == 0 ? Outcome.FAILED : Outcome.SUCCEEDED, USUAL);
            passes(Duration.ofSeconds(1));
        }

        assertThat(events).isEmpty();
    }

    @Test
    void anAlertThatFiresAndEndsEveryFiveMinutesIsOneProblem() {
        aUsualWeek();
        for (var n = 0; n < 240; n++) {
            hears(Kind.ALERT, "shard-7", null, "db-7", n % 2 == 0 ? Outcome.FIRING : Outcome.RESOLVED, "shard is down");
            passes(Duration.ofMinutes(5).dividedBy(2));
        }

        assertThat(events).isEmpty();
    }

    @Test
    void whatArrivesLateIsJudgedByWhenItHappened() {
        aUsualWeek();
        var held = new ArrayList<Signal>();
        for (var minute = 0; minute < 25; minute++) {
            held.add(signal("batch", random.nextInt(20) == 0 ? Outcome.FAILED : Outcome.SUCCEEDED, minute));
        }
        var arrival = now.plus(Duration.ofMinutes(25)).toEpochMilli();
        held.forEach(it -> events.addAll(detector.hear(new Signal(
                it.at(), arrival, it.kind(), it.source(), true, it.entity(), it.outcome(), it.text(), Map.of()))));

        assertThat(events).isEmpty();
    }

    private Signal signal(String launcher, Outcome outcome, int minute) {
        var at = now.plus(Duration.ofMinutes(minute)).toEpochMilli();
        var host = "h-" + ++hosts;
        return new Signal(at, at, Kind.LAUNCH, launcher, true, host, outcome, USUAL.formatted(host), Map.of());
    }

    private void aUsualWeek() {
        while (now.isBefore(MONDAY.plus(WEEK))) {
            LAUNCHERS.forEach(launcher ->
                    launches(launcher, true, random.nextInt(20) == 0 ? Outcome.FAILED : Outcome.SUCCEEDED, USUAL));
            passes(Duration.ofMinutes(5));
        }
    }

    private void fails(int rounds) {
        for (var round = 0; round < rounds; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.FAILED, KEY_MOVED));
            passes(Duration.ofMinutes(5));
        }
    }

    private void succeeds(int rounds) {
        for (var round = 0; round < rounds; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.SUCCEEDED, null));
            passes(Duration.ofMinutes(5));
        }
    }

    private void launches(String launcher, boolean automated, Outcome outcome, @Nullable String text) {
        var host = "h-" + ++hosts;
        hears(Kind.LAUNCH, launcher, automated, host, outcome, text == null ? null : text.formatted(host));
    }

    private void hears(
            Kind kind,
            String source,
            @Nullable Boolean automated,
            String entity,
            Outcome outcome,
            @Nullable String text) {
        var at = now.toEpochMilli();
        events.addAll(
                detector.hear(new Signal(at, at + 300, kind, source, automated, entity, outcome, text, Map.of())));
    }

    private void passes(Duration time) {
        now = now.plus(time);
        events.addAll(detector.tick(now.toEpochMilli()));
    }
}
