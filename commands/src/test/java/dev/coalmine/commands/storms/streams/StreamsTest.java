package dev.coalmine.commands.storms.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StreamsTest {

    private static final long SEED = 4;

    @Test
    void theSameSeedIsTheSameRecording() {
        var recording = new Recording(Family.CLOCK_SKEW, SEED);
        assertThat(recording).containsExactlyElementsOf(recording);
        assertThat(recording.storms()).isEqualTo(recording.storms());
    }

    @Test
    void anotherSeedIsAnotherCompany() {
        var one = new Recording(Family.CALM, 1).iterator().next();
        assertThat(new Recording(Family.CALM, 2).iterator().next()).isNotEqualTo(one);
    }

    @ParameterizedTest
    @EnumSource
    void signalsComeInTheOrderInWhichTheyWereReceived(Family family) {
        var received = new ArrayList<Long>();
        new Recording(family, SEED).forEach(signal -> received.add(signal.received()));
        assertThat(received).isSorted().hasSizeGreaterThan(5_000);
    }

    @ParameterizedTest
    @EnumSource
    void familiesHaveTheStormsTheyPromise(Family family) {
        var storms = new Recording(family, SEED).storms();
        if (!family.stormy()) {
            assertThat(storms).isEmpty();
        } else {
            assertThat(storms).isNotEmpty().allSatisfy(storm -> {
                assertThat(storm.seen(storm.end())).isGreaterThanOrEqualTo(8);
                assertThat(storm.sources()).isNotEmpty();
                assertThat(storm.from()).isLessThan(storm.end());
            });
        }
    }

    @Test
    void stormsLieInTheDaysThatCount() {
        var simulation = new Recording(Family.TWO_STORMS_AT_ONCE, SEED).play();
        simulation.forEachRemaining(signal -> {});
        assertThat(simulation.storms()).hasSize(2).allSatisfy(storm -> {
            assertThat(storm.from()).isGreaterThanOrEqualTo(simulation.stage().evaluated);
            assertThat(storm.end()).isLessThan(simulation.stage().end);
        });
    }

    @Test
    void aSignalIsALineOfJson() {
        var lines = new ArrayList<String>();
        new Recording(Family.STORM_AT_NIGHT, SEED).forEach(signal -> lines.add(JsonLines.toJson(signal)));
        assertThat(lines).allSatisfy(line -> assertThat(line)
                .startsWith("{\"at\":\"2026-")
                .contains("\"received\":\"2026-", "\"source\":\"", "\"outcome\":\"")
                .endsWith("}"));
    }
}
