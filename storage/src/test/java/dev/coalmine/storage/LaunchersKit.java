package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.launches.ChannelNames;
import dev.coalmine.storage.launches.Launcher;
import dev.coalmine.storage.launches.Launchers;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class LaunchersKit extends Kit {

    @Autowired
    SignalLog signals;

    @Autowired
    Launchers launchers;

    @Autowired
    ChannelNames names;

    @Test
    void eachLauncherIsCountedTheOneInTroubleFirst() {
        hear(TEN, Kind.LAUNCH, "batch", true, Outcome.STARTED);
        hear(TEN.plusSeconds(1), Kind.LAUNCH, "batch", true, Outcome.SUCCEEDED);
        hear(TEN.plusSeconds(2), Kind.LAUNCH, "crane", true, Outcome.FAILED);
        hear(TEN.plusSeconds(3), Kind.LAUNCH, "crane", false, Outcome.FAILED);
        hear(TEN.plusSeconds(4), Kind.LAUNCH, "crane", null, Outcome.SUCCEEDED);
        hear(TEN.plusSeconds(5), Kind.ALERT, "checkout", null, Outcome.FIRING);

        assertThat(launchers.heardSince(TEN, 10))
                .containsExactly(
                        new Launcher("crane", 0, 1, 2, 1, TEN.plusSeconds(4)),
                        new Launcher("batch", 1, 1, 0, 0, TEN.plusSeconds(1)));
        assertThat(launchers.heardSince(TEN.plusSeconds(2), 1))
                .extracting(Launcher::name)
                .containsExactly("crane");
    }

    @Test
    void aChannelIsKnownByItsLastName() {
        assertThat(names.renamed("C1", "launches")).isFalse();
        assertThat(names.of("C1")).isEmpty();

        names.keep("C1", "launches");
        names.keep("C1", "starts");
        assertThat(names.of("C1")).contains("starts");

        assertThat(names.renamed("C1", "launches")).isTrue();
        assertThat(names.of("C1")).contains("launches");
    }

    private void hear(Instant at, Kind kind, String source, @Nullable Boolean automated, Outcome outcome) {
        var heard = new HeardSignal(at, at, kind, source, automated, "h-1", outcome, null, null, "test", Map.of());
        doInTransaction(() -> signals.append(List.of(heard)));
    }
}
