package dev.coalmine.commands.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T00:10:00Z");

    private final Times utc = in(null);
    private final Times berlin = in("Europe/Berlin");

    @Test
    void aClockTimeIsTheLastThatHasPassed() {
        assertThat(utc.read("00:05", "U1")).contains(Instant.parse("2026-03-02T00:05:00Z"));
        assertThat(utc.read("23:50", "U1")).contains(Instant.parse("2026-03-01T23:50:00Z"));
    }

    @Test
    void aClockTimeIsMeantInOnesOwnTimeZone() {
        assertThat(berlin.read("01:05", "U1")).contains(Instant.parse("2026-03-02T00:05:00Z"));
        assertThat(berlin.read("00:05 UTC", "U1")).contains(Instant.parse("2026-03-02T00:05:00Z"));
    }

    @Test
    void aDateMayStandWithIt() {
        assertThat(berlin.read("2026-03-01 12:00", "U1")).contains(Instant.parse("2026-03-01T11:00:00Z"));
        assertThat(berlin.read("2026-03-01T12:00Z", "U1")).contains(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void whatIsNoTimeIsNone() {
        assertThat(utc.read("noon", "U1")).isEmpty();
        assertThat(utc.read("25:00", "U1")).isEmpty();
        assertThat(utc.read("", "U1")).isEmpty();
    }

    @Property
    void everyClockTimeLiesWithinTheLastDay(
            @ForAll @IntRange(max = 23) int hour, @ForAll @IntRange(max = 59) int minute) {
        var time = utc.read("%02d:%02d".formatted(hour, minute), "U1").orElseThrow();

        assertThat(time).isBetween(NOW.minus(Duration.ofDays(1)), NOW);
    }

    @Property
    void anyWordsAreReadOrNot(@ForAll String words) {
        assertThat(utc.read(words, "U1")).isNotNull();
    }

    private static Times in(@Nullable String zone) {
        var people = mock(People.class);
        when(people.findById(anyString()))
                .thenReturn(Optional.of(new Person("U1", "alice", "Alice Adams", null, zone, true)));
        return new Times(people, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
