package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    private static final long MINUTE = 60_000;

    private final Repeats repeats = new Repeats();

    @Test
    void ofWhatComesAgainTheFirstTheSecondTheFourthAndTheEighthCount() {
        var counted = IntStream.rangeClosed(1, 10)
                .filter(n -> repeats.counts(7, n * MINUTE))
                .toArray();

        assertThat(counted).containsExactly(1, 2, 4, 8);
    }

    @Test
    void afterHalfAnHourItIsNew() {
        repeats.counts(7, 0);
        repeats.counts(7, MINUTE);
        assertThat(repeats.counts(7, 2 * MINUTE)).isFalse();

        assertThat(repeats.counts(7, 30 * MINUTE)).isTrue();
    }

    @Test
    void amongManyOthersNoneIsForgottenTooEarly() {
        repeats.counts(7, 0);
        repeats.counts(7, 0);

        LongStream.range(100, 50_000).forEach(other -> repeats.counts(other, MINUTE));

        assertThat(repeats.counts(7, 2 * MINUTE)).isFalse();
    }
}
