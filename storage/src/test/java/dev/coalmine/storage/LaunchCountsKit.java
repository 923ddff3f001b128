package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.coincidences.LaunchCounts;
import dev.coalmine.storage.coincidences.LaunchMinute;
import dev.coalmine.storage.coincidences.Launcher;
import dev.coalmine.storage.coincidences.MinuteCount;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class LaunchCountsKit extends Kit {

    private static final long MINUTE = LaunchCounts.minute(TEN);

    @Autowired
    SignalLog signals;

    @Autowired
    LaunchCounts counts;

    @Test
    void launchesAreCountedPerMinuteBySourceAndOutcomeAndAllTogether() {
        keep(launch("crane", Outcome.STARTED, TEN), launch("crane", Outcome.STARTED, TEN.plusSeconds(59)));
        keep(launch("crane", Outcome.STARTED, TEN), launch("batch", Outcome.STARTED, TEN.plusSeconds(60)));
        keep(alert("crane", TEN));

        assertThat(counts.between(MINUTE, MINUTE + 2))
                .containsExactlyInAnyOrder(
                        launches("crane", 0, 3),
                        launches("batch", 1, 1),
                        launches(LaunchCounts.ALL, 0, 3),
                        launches(LaunchCounts.ALL, 1, 1));
        assertThat(counts.history("crane", Outcome.STARTED, MINUTE - 1, MINUTE + 5))
                .containsExactly(new MinuteCount(MINUTE, 3));
        assertThat(counts.history("crane", Outcome.FAILED, MINUTE - 1, MINUTE + 5))
                .isEmpty();
        assertThat(counts.minutes("batch", MINUTE, MINUTE + 2)).containsExactly(MINUTE + 1);
    }

    @Test
    void aMinuteIsTheSendersHoweverLateItIsHeard() {
        keep(launch("crane", Outcome.SUCCEEDED, TEN));
        keep(launch("crane", Outcome.SUCCEEDED, TEN.minusSeconds(600)));

        assertThat(counts.minutes("crane", MINUTE - 20, MINUTE + 1)).containsExactly(MINUTE - 10, MINUTE);
        assertThat(counts.firstHeard("crane")).contains(MINUTE - 10);
        assertThat(counts.firstHeard(LaunchCounts.ALL)).contains(MINUTE - 10);
        assertThat(counts.firstHeard("batch")).isEmpty();
        assertThat(counts.launchersSince(MINUTE)).isEqualTo(1);
        assertThat(counts.launchersSince(MINUTE + 1)).isZero();
    }

    @Test
    void fromTheFirstToTheLastOfABurstIsKnownToTheMoment() {
        keep(
                launch("crane", Outcome.SUCCEEDED, TEN.minusSeconds(40)),
                launch("crane", Outcome.SUCCEEDED, TEN.minusSeconds(80)),
                launch("batch", Outcome.SUCCEEDED, TEN.minusSeconds(20)));

        assertThat(counts.span("crane", Outcome.SUCCEEDED, TEN.minusSeconds(120), TEN))
                .contains(new LaunchCounts.Span(TEN.minusSeconds(80), TEN.minusSeconds(40)));
        assertThat(counts.span(LaunchCounts.ALL, Outcome.SUCCEEDED, TEN.minusSeconds(120), TEN))
                .contains(new LaunchCounts.Span(TEN.minusSeconds(80), TEN.minusSeconds(20)));
        assertThat(counts.span("crane", Outcome.FAILED, TEN.minusSeconds(120), TEN))
                .isEmpty();
    }

    @Test
    void whoIsSilentIsFoundUntilItIsJudgedToBeIrregular() {
        keep(launch("crane", Outcome.STARTED, TEN), launch("batch", Outcome.STARTED, TEN.plusSeconds(3600)));
        assertThat(silent()).containsExactly("crane");

        counts.judge(crane(), 0);
        assertThat(silent()).isEmpty();
        assertThat(crane().patience()).isEmpty();

        keep(launch("crane", Outcome.STARTED, TEN.plusSeconds(60)));
        assertThat(silent()).containsExactly("crane");
        counts.judge(crane(), 45);
        assertThat(crane().patience()).hasValueSatisfying(it -> assertThat(it).hasMinutes(45));
    }

    @Test
    void aSilenceIsMissedOnceAndIsOverOnce() {
        keep(launch("crane", Outcome.STARTED, TEN));
        var silent = crane();

        assertThat(counts.miss(silent)).isTrue();
        assertThat(counts.miss(silent)).isFalse();
        counts.opened(silent, 7);
        assertThat(counts.missed()).extracting(Launcher::incident).containsExactly(7L);
        assertThat(silent()).isEmpty();
        assertThat(counts.missed().getFirst().launchedSince()).isFalse();

        keep(launch("crane", Outcome.STARTED, TEN.plusSeconds(7200)));
        assertThat(counts.missed().getFirst().launchedSince()).isTrue();
        assertThat(counts.back(crane())).isTrue();
        assertThat(counts.back(silent)).isFalse();
        assertThat(counts.missed()).isEmpty();
        assertThat(crane().incident()).as("so that the next silence finds it").isEqualTo(7);
    }

    @Test
    void whoLaunchedMeanwhileIsNotMissed() {
        keep(launch("crane", Outcome.STARTED, TEN));
        var silent = crane();
        keep(launch("crane", Outcome.STARTED, TEN.plusSeconds(60)));

        assertThat(counts.miss(silent)).isFalse();
    }

    @Test
    void whatIsOldIsForgotten() {
        keep(launch("crane", Outcome.STARTED, TEN), launch("batch", Outcome.STARTED, TEN.plusSeconds(60)));

        assertThat(counts.forgetBefore(TEN.plusSeconds(60))).isEqualTo(2);
        assertThat(counts.between(MINUTE, MINUTE + 2)).hasSize(2);
        assertThat(counts.launcher("crane")).isEmpty();
    }

    @Test
    void ofManyWhoCountAtOnceNothingIsLost() throws Exception {
        atOnce(4, () -> {
            keep(launch("crane", Outcome.STARTED, TEN), launch("batch", Outcome.STARTED, TEN));
            return "";
        });

        assertThat(counts.between(MINUTE, MINUTE + 1))
                .containsExactlyInAnyOrder(
                        launches("crane", 0, 4), launches("batch", 0, 4), launches(LaunchCounts.ALL, 0, 8));
    }

    private Launcher crane() {
        return counts.launcher("crane").orElseThrow();
    }

    private List<String> silent() {
        return counts.silentSince(MINUTE + 30, 10).stream()
                .map(Launcher::source)
                .toList();
    }

    private void keep(HeardSignal... heard) {
        doInTransaction(() -> signals.append(List.of(heard)));
    }

    private static LaunchMinute launches(String source, int minute, int many) {
        return new LaunchMinute(source, Outcome.STARTED, new MinuteCount(MINUTE + minute, many));
    }

    private static HeardSignal launch(String source, Outcome outcome, Instant at) {
        return new HeardSignal(at, TEN, Kind.LAUNCH, source, true, "h", outcome, null, null, "launches", Map.of());
    }

    private static HeardSignal alert(String source, Instant at) {
        return new HeardSignal(
                at, TEN, Kind.ALERT, source, null, null, Outcome.FIRING, null, null, "generic", Map.of());
    }
}
