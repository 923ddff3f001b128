package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.KeptSignal;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class SignalsKit extends Kit {

    @Autowired
    SignalLog signals;

    @Test
    void whatWasHeardIsReadAsItWasSaid() {
        var heard = new HeardSignal(
                TEN.minusMillis(1),
                TEN,
                Kind.LAUNCH,
                "auto-crane",
                true,
                "h-17",
                Outcome.FAILED,
                "provisioning h-17 failed",
                "https://ci.example.com/17",
                "launches",
                Map.of("zone", "eu-1a", "empty", ""));

        append(heard, launch(null));

        assertThat(signals.after(0, 10)).containsExactly(new KeptSignal(1, heard), new KeptSignal(2, launch(null)));
        assertThat(signals.end()).isEqualTo(2);
    }

    @Test
    void numbersHaveNoGapsEvenIfSomebodyFailsToCommit() {
        append(launch("h-1"));
        assertThatThrownBy(() -> doInTransaction(() -> {
                    signals.append(List.of(launch("h-2")));
                    throw new Refused("not now");
                }))
                .isInstanceOf(Refused.class);
        append(launch("h-3"));

        assertThat(signals.after(1, 10)).containsExactly(new KeptSignal(2, launch("h-3")));
    }

    @Test
    void ofManyWhoAppendAtOnceEachKeepsItsPlace() throws Exception {
        atOnce(4, () -> {
            append(launch("h-1"), launch("h-2"));
            return "";
        });

        assertThat(signals.after(0, 10)).extracting(KeptSignal::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void whatWentWrongIsCountedByTheMinuteEachThingOnce() {
        append(failed("h-1", TEN), failed("h-1", TEN.plusSeconds(1)), failed("h-2", TEN.plusSeconds(59)));
        append(failed("h-3", TEN.plusSeconds(60)), launch("h-4"));

        assertThat(signals.badByMinute(List.of("batch", "other"), TEN))
                .containsExactly(Map.entry(TEN, 2), Map.entry(TEN.plusSeconds(60), 1));
        assertThat(signals.badByMinute(List.of("other"), TEN)).isEmpty();
    }

    @Test
    void whatIsOldIsForgottenTheOldestFirst() {
        append(launch("h-1"), launch("h-2"), launch("h-3"));

        assertThat(signals.forgetBefore(TEN, 10)).isZero();
        assertThat(signals.forgetBefore(TEN.plusSeconds(1), 2)).isEqualTo(2);
        assertThat(signals.after(0, 10)).containsExactly(new KeptSignal(3, launch("h-3")));
        assertThat(signals.lastBefore(TEN)).isZero();
        assertThat(signals.lastBefore(TEN.plusSeconds(1))).isEqualTo(3);
    }

    private void append(HeardSignal... heard) {
        doInTransaction(() -> signals.append(List.of(heard)));
    }

    private static HeardSignal failed(String entity, Instant at) {
        return new HeardSignal(
                at, TEN, Kind.LAUNCH, "batch", null, entity, Outcome.FAILED, null, null, "launches", Map.of());
    }

    private static HeardSignal launch(@Nullable String entity) {
        return new HeardSignal(
                TEN, TEN, Kind.LAUNCH, "batch", null, entity, Outcome.SUCCEEDED, null, null, "launches", Map.of());
    }
}
