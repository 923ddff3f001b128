package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the detector remembers of the last half hour. */
class SeenLatelyTest {

    private static final int MINUTE = 60_000;

    private final SeenLately seen = new SeenLately();

    @Test
    void whatIsSeenTwiceInHalfAnHourIsKnown() {
        assertThat(seen.again(7, 0)).isFalse();
        assertThat(seen.again(7, 29 * MINUTE)).isTrue();
        assertThat(seen.again(7, 60 * MINUTE)).isFalse();
    }

    @Test
    void inAFloodTheEarliestAreForgottenAndTheRoomStaysTheSame() {
        flood(1, 3_000_000);
        assertThat(known(2_900_000, 3_000_000)).isEqualTo(100_000);
        assertThat(known(1, 100_000)).isZero();
        var room = seen.room();
        flood(3_000_001, 6_000_000);
        assertThat(seen.room()).isEqualTo(room).isLessThanOrEqualTo(1 << 21);
        assertThat(known(5_900_000, 6_000_000)).isEqualTo(100_000);
    }

    @Test
    void aFloodInOneMomentTakesNoMoreRoom() {
        IntStream.range(1, 3_000_000).forEach(n -> seen.again(SeenLately.mix(n), 0));
        assertThat(seen.room()).isLessThanOrEqualTo(1 << 21);
        assertThat(seen.again(SeenLately.mix(2_999_999), 0)).isTrue();
    }

    /** So many different things within minutes. */
    private void flood(int from, int to) {
        IntStream.range(from, to).forEach(n -> seen.again(SeenLately.mix(n), n / 10));
    }

    private long known(int from, int to) {
        return IntStream.range(from, to)
                .filter(n -> seen.since(SeenLately.mix(n), 0))
                .count();
    }
}
