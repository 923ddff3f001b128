package dev.coalmine.commands.storms.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OddClassesTest {

    private static final double ALONE = 1.5;

    @Property
    void noChoiceOfSourcesIsWorthMoreAndNotMuchLess(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.25, max = 40) Double> surprises,
            @ForAll @IntRange(min = 60, max = 10_000) int known) {
        var classes = new OddClasses();
        surprises.forEach(classes::add);

        var best = best(surprises, known);

        assertThat(classes.atMost(known, ALONE))
                .isGreaterThanOrEqualTo(best - 1e-9)
                .isLessThan(best + surprises.size() * OddClasses.WIDTH);
    }

    @Property
    void whoIsNotOddAnyMoreIsForgotten(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0.25, max = 40) Double> stays,
            @ForAll @Size(max = 60) List<@DoubleRange(min = 0.25, max = 40) Double> leaves) {
        var never = new OddClasses();
        stays.forEach(never::add);
        var classes = new OddClasses();
        stays.forEach(classes::add);
        leaves.forEach(classes::add);

        leaves.forEach(classes::remove);

        assertThat(classes.atMost(100, ALONE)).isCloseTo(never.atMost(100, ALONE), within(1e-6));
    }

    private static double best(List<Double> surprises, int known) {
        var best = -1.0;
        var sum = 0.0;
        var m = 0;
        for (var surprise : surprises.stream().sorted(Comparator.reverseOrder()).toList()) {
            sum += surprise;
            best = Math.max(best, Scan.value(++m, sum, known, ALONE));
        }
        return best;
    }
}
