package dev.coalmine.commands.hypotheses.inquiry;

import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTest.Outcome;
import dev.coalmine.storage.hypotheses.Plan;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.hypotheses.State;
import dev.coalmine.storage.hypotheses.Symptoms;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The register of one incident as it stands, and what follows from it. */
public record Inquiry(
        List<Hypothesis> hypotheses,
        List<Evidence> evidence,
        List<HypothesisTest> tests,
        Symptoms symptoms,
        List<Plan> plans) {

    /** Those still to be reckoned with, the leading one first. */
    public List<Hypothesis> live() {
        return hypotheses.stream()
                .filter(Hypothesis::live)
                .sorted(Comparator.comparing(this::score))
                .toList();
    }

    /** The one with the fewest contradictions; what was ruled out, parked or replaced never leads. */
    public Optional<Hypothesis> leading() {
        return live().stream().findFirst();
    }

    public Optional<Hypothesis> hypothesis(int number) {
        return hypotheses.stream().filter(it -> it.number() == number).findFirst();
    }

    public Score score(Hypothesis hypothesis) {
        var number = hypothesis.number();
        var against = says(number).filter(it -> it < 0).toArray();
        return new Score(
                number,
                against.length,
                IntStream.of(against).map(it -> it * it).sum(),
                (int) says(number).filter(it -> it > 0).count(),
                untested(number).size(),
                unseen(number));
    }

    private IntStream says(int hypothesis) {
        return evidence.stream()
                .flatMap(it -> it.saysOf(hypothesis).stream())
                .filter(Says::applies)
                .mapToInt(Says::value);
    }

    private int unseen(int hypothesis) {
        return (int) evidence.stream()
                .filter(it -> it.kind() == Evidence.Kind.ABSENCE)
                .flatMap(it -> it.saysOf(hypothesis).stream())
                .filter(it -> !it.applies())
                .count();
    }

    /** Tests without a result of which it is known what they would show if it were so. */
    public List<HypothesisTest> untested(int hypothesis) {
        return tests.stream()
                .filter(it -> it.open() && it.predictionOf(hypothesis).isPresent())
                .toList();
    }

    /** The test for it that somebody is at and that is due first. */
    public Optional<HypothesisTest> next(int hypothesis) {
        return tests.stream()
                .filter(it -> it.running()
                        && it.hypothesis().filter(h -> h == hypothesis).isPresent())
                .min(Comparator.comparing(it -> it.dueAt().orElse(Instant.MAX)));
    }

    /** Whether anybody ever tested it, or is at it. */
    public boolean tested(int hypothesis) {
        return tests.stream()
                .filter(it -> it.predictionOf(hypothesis).isPresent())
                .anyMatch(it -> it.running()
                        || it.outcome().filter(o -> o != Outcome.UNCLEAR).isPresent());
    }

    /** What tests and evidence make of it; a contradiction weighs more than any test that it survived. */
    public State standing(Hypothesis hypothesis) {
        var number = hypothesis.number();
        if (score(hypothesis).against() > 0) {
            return State.WEAKENED;
        }
        if (next(number).isPresent()) {
            return State.UNDER_TEST;
        }
        return survived(number) ? State.SURVIVED : State.PROPOSED;
    }

    /** Only what could have contradicted it is something to survive. */
    private boolean survived(int hypothesis) {
        return tests.stream().anyMatch(test -> test.predictionOf(hypothesis)
                .filter(expects -> test.outcome()
                        .filter(it -> it == (expects.seen() ? Outcome.SEEN : Outcome.NOT_SEEN))
                        .isPresent())
                .isPresent());
    }

    /**
     * How well a piece of evidence tells the live hypotheses apart: the standard deviation of what it says of them; 0 if
     * it says the same of all, or of fewer than two.
     */
    public double diagnosticity(Evidence piece) {
        var says = live().stream()
                .flatMap(it -> piece.saysOf(it.number()).stream())
                .filter(Says::applies)
                .mapToInt(Says::value)
                .toArray();
        if (says.length < 2) {
            return 0;
        }
        var mean = IntStream.of(says).average().orElse(0);
        return Math.sqrt(
                IntStream.of(says).mapToDouble(it -> (it - mean) * (it - mean)).sum() / says.length);
    }

    /** What tells the live ones apart, the best first. */
    public List<Evidence> telling() {
        return evidence.stream()
                .filter(it -> diagnosticity(it) > 0)
                .sorted(Comparator.comparingDouble(this::diagnosticity)
                        .reversed()
                        .thenComparing(Evidence::number))
                .toList();
    }

    /** What says the same of all live ones, or was said of one only. */
    public List<Evidence> silent() {
        return evidence.stream().filter(it -> diagnosticity(it) == 0).toList();
    }

    /** Evidence that speaks against a hypothesis, the strongest first. */
    public List<Evidence> against(int hypothesis) {
        return evidence.stream()
                .filter(it -> it.saysOf(hypothesis).filter(Says::isAgainst).isPresent())
                .sorted(Comparator.comparing((Evidence it) ->
                                it.saysOf(hypothesis).orElseThrow().value())
                        .thenComparing(Evidence::number))
                .toList();
    }

    /** Whether somebody is at a test that is not overdue. */
    public boolean testing(Instant now) {
        return tests.stream()
                .anyMatch(it -> it.running()
                        && it.dueAt().filter(due -> due.isAfter(now)).isPresent());
    }
}
