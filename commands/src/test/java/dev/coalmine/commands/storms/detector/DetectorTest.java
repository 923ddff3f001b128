package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.storms.detector.Signal.Kind;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A usual week, and what happens then. */
class DetectorTest extends Days {

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

    @Test
    void theStoryIsOneStormAndACanaryAfterFiveFailures() {
        aUsualWeek();
        for (var round = 0; round < 12; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.FAILED, KEY_MOVED));
            if (round % 2 == 0) {
                launches("console", false, Outcome.FAILED, KEY_MOVED);
            }
            passes(Duration.ofMinutes(5));
        }

        assertThat(events).extracting(StormEvent::storm).containsOnly(1);
        var canary = events.stream()
                .filter(event -> event.kind() == StormEvent.Kind.CANARY)
                .findFirst()
                .orElseThrow();
        // One more had failed shortly before, as some do.
        assertThat(canary.view().saying()).isLessThanOrEqualTo(5);
        var view = detector.look(1).orElseThrow();
        assertThat(view.witness()).isEqualTo(StormView.Witness.SHARED);
        assertThat(view.manual()).isEqualTo(6);
    }

    @Test
    void whatHappensEveryNightIsNoNewsAfterSomeNights() {
        aUsualWeek();
        for (var night = 0; night < 8; night++) {
            for (var host = 0; host < 30; host++) {
                launches("batch", true, host % 3 == 0 ? Outcome.FAILED : Outcome.SUCCEEDED, USUAL);
                passes(Duration.ofSeconds(20));
            }
            if (night == 3) {
                events.clear();
            }
            aUsualDay();
        }

        assertThat(events).extracting(StormEvent::event).doesNotContain(StormEvent.Change.OPENED);
    }

    @Test
    void aStormOfHundredsOfSourcesIsNotToldHundredsOfTimes() {
        aUsualWeek();
        for (var round = 0; round < 3; round++) {
            for (var launcher = 0; launcher < 400; launcher++) {
                launches("launcher-" + launcher, true, Outcome.FAILED, KEY_MOVED);
                passes(Duration.ofSeconds(1));
            }
        }

        assertThat(events.getLast().sources()).hasSizeGreaterThan(300);
        assertThat(events).hasSizeLessThan(80);
    }

    @Test
    void whatFailedInOneOfThemLongBeforeDidNotBeginIt() {
        aUsualWeek();
        launches("batch", true, Outcome.FAILED, USUAL);
        passes(Duration.ofMinutes(12));
        var broken = now;
        for (var round = 0; round < 3; round++) {
            LAUNCHERS.forEach(launcher -> launches(launcher, true, Outcome.FAILED, null));
            passes(Duration.ofMinutes(2));
        }

        assertThat(events.getFirst().first()).isEqualTo(broken.toEpochMilli());
    }

    @Test
    void whatHangsFailedWhenItWasStarted() {
        aWeekOfLaunchesThatTake(Duration.ofSeconds(40));
        var broken = now;
        for (var n = 0; n < 12; n++) {
            launches("batch", true, Outcome.STARTED, null);
            passes(Duration.ofMinutes(3));
        }

        assertThat(events.getFirst().first()).isEqualTo(broken.toEpochMilli());
        assertThat(events.getFirst().text()).contains("no outcome after");
    }

    @Test
    void whatHangsTogetherIsHeardThoughNobodyElseLaunches() {
        aWeekOfLaunchesThatTake(Duration.ofSeconds(40));
        eightLaunchesBegin();
        passes(Duration.ofMinutes(9));
        launches("edge-roll", true, Outcome.SUCCEEDED, null);
        passes(Duration.ofMinutes(1).plusSeconds(1));

        assertThat(events).extracting(StormEvent::event).containsExactly(StormEvent.Change.OPENED);
        assertThat(events.getFirst().text()).contains("no outcome after");
    }

    @Test
    void whatWasHeldUpOnItsWayHasNotComeToAHalt() {
        aWeekOfLaunchesThatTake(Duration.ofSeconds(40));
        eightLaunchesBegin();
        var started = hosts - 7;
        var ended = now.plusSeconds(40).toEpochMilli();
        now = now.plus(Duration.ofMinutes(25));
        launches("edge-roll", true, Outcome.SUCCEEDED, null);
        passes(Duration.ofSeconds(1));
        for (var host = started; host <= hosts - 1; host++) {
            events.addAll(detector.hear(new Signal(
                    ended,
                    now.toEpochMilli(),
                    Kind.LAUNCH,
                    "batch",
                    true,
                    "h-" + host,
                    Outcome.SUCCEEDED,
                    null,
                    Map.of())));
        }
        passes(Duration.ofMinutes(30));

        assertThat(events).isEmpty();
    }

    @Test
    void aLauncherThatIsNewIsHeardThoughItSaysNothing() {
        aUsualWeek();
        for (var n = 0; n < 10; n++) {
            launches("newcomer", true, n < 3 ? Outcome.SUCCEEDED : Outcome.FAILED, null);
            passes(Duration.ofMinutes(1));
        }

        assertThat(events).hasSize(1);
        assertThat(events.getFirst().sources()).containsExactly("newcomer");
    }

    @Test
    void aStormThatComesBackOnTheSameDayIsHeardAgainThoughItSaysNothing() {
        aUsualWeek();
        saysNothing(Outcome.FAILED, 10);
        saysNothing(Outcome.SUCCEEDED, 40);
        saysNothing(Outcome.FAILED, 10);

        assertThat(events)
                .extracting(StormEvent::event)
                .containsExactly(StormEvent.Change.OPENED, StormEvent.Change.ENDED, StormEvent.Change.OPENED);
    }

    @Test
    void oneSignalFromTheFutureMakesNoOtherLate() {
        aUsualWeek();
        var future = now.plus(Duration.ofHours(2)).toEpochMilli();
        events.addAll(detector.hear(new Signal(
                future, now.toEpochMilli(), Kind.LAUNCH, "batch", true, "h-0", Outcome.SUCCEEDED, null, Map.of())));
        for (var n = 0; n < 6; n++) {
            launches("batch", true, Outcome.FAILED, KEY_MOVED);
            passes(Duration.ofMinutes(1));
        }

        assertThat(events).isNotEmpty();
    }

    private void saysNothing(Outcome outcome, int times) {
        for (var n = 0; n < times; n++) {
            launches("batch", true, outcome, null);
            passes(Duration.ofMinutes(5));
        }
    }

    private void aWeekOfLaunchesThatTake(Duration time) {
        aUsualWeek();
        for (var n = 0; n < 30; n++) {
            launchTakes(time);
        }
    }

    private void eightLaunchesBegin() {
        for (var n = 0; n < 8; n++) {
            launches("batch", true, Outcome.STARTED, null);
        }
    }

    private void launchTakes(Duration time) {
        launches("batch", true, Outcome.STARTED, null);
        passes(time);
        hears(Kind.LAUNCH, "batch", true, "h-" + hosts, Outcome.SUCCEEDED, null);
    }
}
