package dev.coalmine.commands.storms.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Sensitivity;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.storms.detector.StormEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A detector that is stopped at any record and goes on from its snapshot. */
class StoppedAndStartedTest {

    private static final byte[] SNAPSHOT = aFewDays();

    @Property(tries = 40)
    void saysTheSameAsOneThatNeverStopped(
            @ForAll Family family,
            @ForAll @IntRange(min = 31, max = 60) int seed,
            @ForAll @DoubleRange(min = 0, max = 1) double where)
            throws IOException {
        var signals = new ArrayList<Signal>();
        new Recording(family, seed).forEach(signals::add);
        var never = new Detector(Sensitivity.USUAL);
        var stopped = new Detector(Sensitivity.USUAL);
        // Late, for that is where the storms are.
        var cut = (int) (signals.size() * Math.sqrt(where));
        signals.subList(0, cut).forEach(never::hear);
        signals.subList(0, cut).forEach(stopped::hear);

        var started = started(saved(stopped));

        assertThat(hear(started, signals.subList(cut, signals.size())))
                .isEqualTo(hear(never, signals.subList(cut, signals.size())));
        assertThat(saved(started)).hasSameSizeAs(saved(never));
    }

    @Test
    void aSnapshotOfAnotherVersionIsRefused() {
        var snapshot = saved(new Detector(Sensitivity.USUAL));
        snapshot[7] = 99;
        assertThatThrownBy(() -> started(snapshot))
                .isInstanceOf(IOException.class)
                .hasMessage("The snapshot of the storm detector is of version 99; only version 3 can be read.");
    }

    @Test
    void somethingElseIsRefused() {
        assertThatThrownBy(() -> started(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .isInstanceOf(IOException.class)
                .hasMessage("This is no snapshot of the storm detector.");
    }

    @Property
    void aBrokenSnapshotIsRefusedOrReadButNothingElseHappens(
            @ForAll @IntRange(max = 40_000) int at, @ForAll byte changed) {
        var snapshot = SNAPSHOT.clone();
        snapshot[at % snapshot.length] = changed;
        try {
            started(snapshot);
        } catch (IOException broken) {
            assertThat(broken.getMessage()).isNotEqualTo("");
        }
    }

    private static byte[] aFewDays() {
        var detector = new Detector(Sensitivity.USUAL);
        new Recording(Family.CALM, 31).forEach(detector::hear);
        return saved(detector);
    }

    private static List<StormEvent> hear(Detector detector, List<Signal> signals) {
        var events = new ArrayList<StormEvent>();
        signals.forEach(signal -> events.addAll(detector.hear(signal)));
        return events;
    }

    private static byte[] saved(Detector detector) {
        try {
            var out = new ByteArrayOutputStream();
            detector.save(out);
            return out.toByteArray();
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    private static Detector started(byte[] snapshot) throws IOException {
        return Detector.restore(new ByteArrayInputStream(snapshot));
    }
}
