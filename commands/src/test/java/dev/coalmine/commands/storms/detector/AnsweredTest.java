package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.storms.detector.Signal.Kind;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people say of a storm, and what becomes of it. */
class AnsweredTest extends Days {

    @Test
    void anOpenStormCanBeLookedAt() {
        aUsualWeek();
        batchFails(6);

        var view = detector.look(1).orElseThrow();
        assertThat(view.kind()).isEqualTo(StormEvent.Kind.STORM);
        assertThat(view.failures()).isEqualTo(6);
        assertThat(view.saying()).isEqualTo(6);
        assertThat(view.newText()).isTrue();
        assertThat(view.entities()).hasSize(6);
        assertThat(view.members()).singleElement().satisfies(member -> {
            assertThat(member.source()).isEqualTo("batch");
            assertThat(member.failures()).isEqualTo(6);
        });
        assertThat(detector.stormOf(Kind.LAUNCH, "batch", true)).hasValue(1);
        assertThat(detector.stormOf(Kind.LAUNCH, "edge-roll", true)).isEmpty();
        assertThat(detector.look(2)).isEmpty();
    }

    @Test
    void whatIsExpectedRaisesNothingUntilThen() {
        aUsualWeek();
        batchFails(6);

        says(detector.expected(1, in(Duration.ofHours(2)), in(Duration.ZERO)));
        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.ENDED);
        var before = events.size();
        batchFails(20);
        assertThat(events).hasSize(before);

        passes(Duration.ofHours(3));
        batchFails(8);
        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.OPENED);
    }

    @Test
    void whatIsNoStormIsNoneTheNextTime() {
        aUsualWeek();
        batchFails(8);

        says(detector.notAStorm(1, in(Duration.ZERO)));
        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.ENDED);
        var before = events.size();
        batchFails(10);
        aUsualDay();
        batchFails(8);

        assertThat(events).hasSize(before);
    }

    @Test
    void whatIsNoStormDoesNotHideSomethingElse() {
        aUsualWeek();
        batchFails(8);
        says(detector.notAStorm(1, in(Duration.ZERO)));
        aUsualDay();

        for (var round = 0; round < 8; round++) {
            launches("batch", true, Outcome.FAILED, "provisioning %s failed: the mirror is gone");
            passes(Duration.ofMinutes(5));
        }

        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.OPENED);
        assertThat(events.getLast().storm()).isEqualTo(2);
    }

    @Test
    void whoIsSplitOffHasAStormOfItsOwn() {
        aUsualWeek();
        fails(6);
        assertThat(events.getLast().sources()).contains("batch", "edge-roll");

        says(detector.split(1, "batch", in(Duration.ZERO)));

        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.OPENED);
        assertThat(events.getLast().sources()).containsExactly("batch");
        assertThat(detector.look(1).orElseThrow().members())
                .extracting(StormView.Member::source)
                .doesNotContain("batch")
                .contains("edge-roll");
        assertThat(detector.stormOf(Kind.LAUNCH, "batch", true)).hasValue(2);
    }

    @Test
    void whatHappensToTheSameHostsAgainAndAgainIsANotice() {
        var kinds = theSameSixEachNight(0);

        assertThat(kinds.subList(0, 3)).containsOnly(StormEvent.Kind.STORM);
        assertThat(kinds.getLast()).isEqualTo(StormEvent.Kind.NOTICE);
        assertThat(events.stream()
                        .filter(event -> event.kind() == StormEvent.Kind.NOTICE)
                        .findFirst()
                        .orElseThrow()
                        .explanation())
                .contains(" as on three earlier days at 00:0");
    }

    @Test
    void whatAPersonCalledRealNeverBecomesANotice() {
        assertThat(theSameSixEachNight(2)).containsOnly(StormEvent.Kind.STORM);
    }

    @Test
    void aNoticeThatSpreadsIsAStorm() {
        theSameSixEachNight(0);
        for (var host = 0; host < 4; host++) {
            fails("other-" + host);
        }

        assertThat(events.getLast().event()).isEqualTo(StormEvent.Change.WIDENED);
        assertThat(events.getLast().kind()).isEqualTo(StormEvent.Kind.STORM);
    }

    /** Each says something new, so that nobody gets used to it. */
    private List<StormEvent.Kind> theSameSixEachNight(int called) {
        aUsualWeek();
        for (var night = 1; night <= 4; night++) {
            for (var host = 0; host < 6; host++) {
                hears(
                        Kind.LAUNCH,
                        "batch",
                        true,
                        "b" + host,
                        Outcome.FAILED,
                        "broken in way " + "abcd".charAt(night - 1));
                passes(Duration.ofSeconds(30));
            }
            if (night == called) {
                says(detector.isReal(night));
            }
            if (night < 4) {
                aUsualDay();
            }
        }
        return events.stream()
                .filter(event -> event.event() == StormEvent.Change.OPENED)
                .map(StormEvent::kind)
                .toList();
    }

    private void fails(String host) {
        hears(Kind.LAUNCH, "batch", true, host, Outcome.FAILED, "broken in way d");
        passes(Duration.ofSeconds(30));
    }

    private void batchFails(int rounds) {
        for (var round = 0; round < rounds; round++) {
            launches("batch", true, Outcome.FAILED, KEY_MOVED);
            passes(Duration.ofMinutes(5));
        }
    }

    private void says(List<StormEvent> said) {
        events.addAll(said);
    }

    private long in(Duration time) {
        return now.plus(time).toEpochMilli();
    }
}
