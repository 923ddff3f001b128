package dev.coalmine.commands.heartbeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RhythmTest {

    private static final long DAY = 24 * 60;

    @Example
    void whoLaunchesEveryFiveMinutesMayBeSilentForHalfAnHour() {
        assertThat(Rhythm.of(every(5, 0, 3 * DAY)).patience()).contains(Duration.ofMinutes(30));
    }

    @Example
    void whoLaunchesEveryHourMayBeSilentForThree() {
        assertThat(Rhythm.of(every(60, 0, 7 * DAY)).patience()).contains(Duration.ofHours(3));
    }

    @Example
    void twoDaysAreNeeded() {
        assertThat(Rhythm.of(every(5, 0, 2 * DAY - 10)).patience()).isEmpty();
        assertThat(Rhythm.of(every(12 * 60, 0, 10 * DAY)).patience()).isEmpty();
        assertThat(Rhythm.of(List.of()).patience()).isEmpty();
        assertThat(Rhythm.of(List.of(7L)).patience()).isEmpty();
    }

    @Example
    void whoLaunchesInWorkingHoursHasNoRhythm() {
        var minutes = new ArrayList<Long>();
        for (var day = 0; day < 10; day++) {
            minutes.addAll(every(20, day * DAY + 480, day * DAY + 1080));
        }

        assertThat(Rhythm.of(minutes).patience()).isEmpty();
    }

    @Example
    void aWeekendThatHasBeenTwiceBelongsToTheRhythm() {
        var minutes = new ArrayList<Long>();
        for (var week = 0; week < 3; week++) {
            minutes.addAll(every(2, week * 7 * DAY, (week * 7 + 5) * DAY));
        }

        assertThat(Rhythm.of(minutes).patience())
                .hasValueSatisfying(it -> assertThat(it).isGreaterThan(Duration.ofDays(2)));
    }

    @Example
    void oneOutageDoesNotMakeBlindForTheNext() {
        var minutes = every(5, 0, 7 * DAY);
        minutes.addAll(every(5, 7 * DAY + 300, 14 * DAY));

        assertThat(Rhythm.of(minutes).patience()).contains(Duration.ofMinutes(30));
    }

    @Property(tries = 50)
    void whoLaunchesAtRandomIsMissedOnlyAfterWhatHardlyEverIs(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 40) int mean) {
        var random = new Random(seed);
        var minutes = new TreeSet<Long>();
        for (var at = 0.0; at < 20 * DAY; at += -mean * Math.log(1 - random.nextDouble())) {
            minutes.add((long) at);
        }
        var gaps = new ArrayList<>(minutes);

        Rhythm.of(gaps).patience().ifPresent(patience -> assertThat(LongStream.range(1, gaps.size())
                        .filter(n -> gaps.get((int) n) - gaps.get((int) n - 1) > patience.toMinutes()))
                .isEmpty());
    }

    private static List<Long> every(long minutes, long from, long until) {
        return new ArrayList<>(LongStream.iterate(from, it -> it <= until, it -> it + minutes)
                .boxed()
                .toList());
    }
}
