package dev.coalmine.commands.hypotheses.inquiry;

import dev.coalmine.storage.hypotheses.Expects;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The test that tells best between the two leading hypotheses: one lets it be seen, the other does not. Of several the
 * one whose outcomes are surest, then the one that risks least, then the quickest.
 */
public record BestTest(HypothesisTest test, Hypothesis first, Hypothesis second) {

    private static final int NOBODY_KNOWS = Integer.MAX_VALUE;

    /** Empty when there is nothing to tell apart, or no prediction that does. What somebody is at already is not proposed. */
    public static Optional<BestTest> of(Inquiry inquiry) {
        var live = inquiry.live();
        if (live.size() < 2) {
            return Optional.empty();
        }
        var first = live.get(0);
        var second = live.get(1);
        return among(inquiry.tests(), first.number(), second.number()).map(it -> new BestTest(it, first, second));
    }

    private static Optional<HypothesisTest> among(List<HypothesisTest> tests, int first, int second) {
        return tests.stream()
                .filter(it -> it.open() && !it.running() && separation(it, first, second) > 0)
                .min(Comparator.comparingInt((HypothesisTest it) -> -separation(it, first, second))
                        .thenComparing(HypothesisTest::risk)
                        .thenComparingInt(it -> it.minutes().orElse(NOBODY_KNOWS))
                        .thenComparingInt(HypothesisTest::number));
    }

    /** From 2 to 4 when what the two expect differs; 0 when it does not, or is not known. */
    static int separation(HypothesisTest test, int first, int second) {
        var one = test.predictionOf(first).map(Expects::value).orElse(0);
        var other = test.predictionOf(second).map(Expects::value).orElse(0);
        return one * other < 0 ? Math.abs(one - other) : 0;
    }

    /** Why it is the one, in words. */
    public String reason() {
        return "%s would let us see it (%s), %s would not (%s); %s%s"
                .formatted(
                        expecting(true).name(),
                        label(expecting(true)),
                        expecting(false).name(),
                        label(expecting(false)),
                        test.risk().label(),
                        test.minutes().map(", about %d min"::formatted).orElse(""));
    }

    private Hypothesis expecting(boolean seen) {
        return expects(first).seen() == seen ? first : second;
    }

    private String label(Hypothesis hypothesis) {
        return expects(hypothesis).label();
    }

    private Expects expects(Hypothesis hypothesis) {
        return test.predictionOf(hypothesis.number()).orElseThrow();
    }
}
