package dev.coalmine.commands.coincidences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coalmine.storage.coincidences.MinuteCount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BaseRateTest {

    private static final int DAY = 24 * 60;

    @Example
    void oneBurstIsInAsManyWindowsAsTheyAreLong() {
        var rate = BaseRate.of(List.of(new MinuteCount(500, 50)), 0, 10 * DAY, 5, 50);

        assertThat(rate).isEqualTo(new BaseRate(10 * DAY - 4, 5, 10, 1));
    }

    @Example
    void aBurstMayBeSpreadOverItsWindow() {
        var spread = List.of(new MinuteCount(100, 20), new MinuteCount(104, 30));

        assertThat(BaseRate.of(spread, 0, DAY, 5, 50).asMuch()).isEqualTo(1);
        assertThat(BaseRate.of(spread, 0, DAY, 5, 51).asMuch()).isZero();
        assertThat(BaseRate.of(spread, 0, DAY, 4, 50).asMuch()).isZero();
    }

    @Example
    void whatHappensEveryFiveMinutesIsInEveryWindow() {
        var regular = new ArrayList<MinuteCount>();
        for (var minute = 0; minute < DAY; minute += 5) {
            regular.add(new MinuteCount(minute, 10));
        }

        assertThat(BaseRate.of(regular, 0, DAY, 5, 10).share()).isEqualTo(1);
        assertThat(BaseRate.of(regular, 0, DAY, 5, 11).share()).isZero();
    }

    @Example
    void withoutAPastNothingIsRare() {
        assertThat(BaseRate.of(List.of(), 10, 12, 5, 1).share()).isEqualTo(1);
        assertThat(BaseRate.of(List.of(), 12, 10, 5, 1).share()).isEqualTo(1);
    }

    @Example
    void amongManyThingsSomethingRareIsFoundByChance() {
        var oneInTen = new BaseRate(100, 10, 1, 1);

        assertThat(oneInTen.byChance(1)).isCloseTo(0.1, within(1e-9));
        assertThat(oneInTen.byChance(7)).isCloseTo(0.52, within(0.01));
    }

    @Example
    void sharesAreSaidInTwoDigits() {
        assertThat(List.of(0.0, 0.00001, 0.0123, 0.03, 0.0349, 0.1, 0.5, 1.0))
                .extracting(BaseRate::percent)
                .containsExactly("0 %", "0.001 %", "1.2 %", "3 %", "3.5 %", "10 %", "50 %", "100 %");
    }

    @Property
    void aShareIsBetweenNothingAndAll(
            @ForAll("histories") List<MinuteCount> history,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @IntRange(min = 1, max = 60) int size) {
        var rate = BaseRate.of(history, 0, 2 * DAY, length, size);

        assertThat(rate.share()).isBetween(0.0, 1.0);
        assertThat(rate.daysWith()).isBetween(rate.asMuch() > 0 ? 1 : 0, rate.days());
        assertThat(rate.byChance(5)).isBetween(rate.share() - 1e-9, 1.0);
    }

    @Property
    void aLargerBurstIsNeverMoreUsual(
            @ForAll("histories") List<MinuteCount> history,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll @IntRange(max = 60) int more) {
        assertThat(BaseRate.of(history, 0, 2 * DAY, length, size + more).share())
                .isLessThanOrEqualTo(
                        BaseRate.of(history, 0, 2 * DAY, length, size).share());
    }

    @Property
    void theOrderOfThePastDoesNotMatter(
            @ForAll("histories") List<MinuteCount> history,
            @ForAll @IntRange(min = 1, max = 30) int length,
            @ForAll @IntRange(min = 1, max = 60) int size,
            @ForAll long seed) {
        var shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(BaseRate.of(shuffled, 0, 2 * DAY, length, size))
                .isEqualTo(BaseRate.of(history, 0, 2 * DAY, length, size));
        assertThat(Window.fullest(shuffled, length)).isEqualTo(Window.fullest(history, length));
    }

    @Property
    void theFullestWindowHoldsAsMuchAsAnyOther(
            @ForAll("histories") List<MinuteCount> history, @ForAll @IntRange(min = 1, max = 30) int length) {
        Window.fullest(history, length).ifPresent(fullest -> {
            var count = fullest.count();
            assertThat(BaseRate.of(history, -DAY, 3 * DAY, length, count).asMuch())
                    .isPositive();
            assertThat(BaseRate.of(history, -DAY, 3 * DAY, length, count + 1).asMuch())
                    .isZero();
        });
    }

    @Provide
    Arbitrary<List<MinuteCount>> histories() {
        var counts = Combinators.combine(
                        Arbitraries.longs().between(-50, 2 * DAY + 50),
                        Arbitraries.integers().between(1, 30))
                .as(MinuteCount::new);
        return counts.list().ofMaxSize(80);
    }
}
