package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whom the detector knows by name. */
class SourcesTest {

    private final Sources sources = new Sources();

    @Test
    void whereEachAlertHasANameOfItsOwnTheLastOnesShareOne() {
        IntStream.range(0, Sources.MOST).forEach(n -> of("pod-" + n));
        var one = of("pod-" + Sources.MOST);
        assertThat(one.name).isEqualTo(Sources.OTHERS);
        assertThat(of("pod-" + 2 * Sources.MOST)).isSameAs(one);
        assertThat(of("pod-7").name).isEqualTo("pod-7");
    }

    private Source of(String service) {
        return sources.of(
                new Signal(0, 0, Signal.Kind.ALERT, service, null, "h", Signal.Outcome.FIRING, null, Map.of()));
    }
}
