package dev.coalmine.commands.hypotheses.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Expects;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.hypotheses.Symptoms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** How hypotheses are sorted, whatever people think of them. */
class RankingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int HYPOTHESES = 4;

    @Property
    void whatSpeaksForOneNeverLiftsItAboveOneWithFewerContradictions(
            @ForAll("matrices") List<Cell> cells, @ForAll @IntRange(min = 1, max = HYPOTHESES) int favourite) {
        var more = new ArrayList<>(cells);
        IntStream.range(100, 120).forEach(piece -> more.add(new Cell(piece, favourite, "U0FAN", Says.FOR)));
        var before = inquiry(cells);
        var now = inquiry(more);
        assertThat(above(now, favourite)).containsAll(lessContradicted(now, favourite, Score::inconsistency));
        assertThat(above(now, favourite))
                .as("however the contradictions are counted, it passes nobody who has fewer")
                .containsAll(lessContradicted(before, favourite, Score::against).stream()
                        .filter(above(before, favourite)::contains)
                        .toList());
    }

    private static List<Integer> above(Inquiry inquiry, int hypothesis) {
        return order(inquiry).stream().takeWhile(it -> it != hypothesis).toList();
    }

    private static List<Integer> lessContradicted(
            Inquiry inquiry, int hypothesis, ToIntFunction<Score> contradictions) {
        var its = contradictions.applyAsInt(
                inquiry.score(inquiry.hypothesis(hypothesis).orElseThrow()));
        return inquiry.live().stream()
                .filter(it -> contradictions.applyAsInt(inquiry.score(it)) < its)
                .map(Hypothesis::number)
                .toList();
    }

    @Property
    void contradictionsOnlyGrowWhateverIsAdded(@ForAll("matrices") List<Cell> cells, @ForAll("cell") Cell more) {
        var after = new ArrayList<>(cells);
        after.add(new Cell(more.piece(), more.hypothesis(), "U0NEW" + cells.size(), more.says()));
        var before = inquiry(cells);
        var now = inquiry(after);
        assertThat(before.hypotheses())
                .allMatch(it -> before.score(it).inconsistency()
                        <= now.score(now.hypothesis(it.number()).orElseThrow()).inconsistency());
    }

    @Property
    void theOrderOfComingDoesNotMatter(@ForAll("matrices") List<Cell> cells, @ForAll Random chance) {
        var last = cells.stream().distinct().toList();
        var shuffled = new ArrayList<>(last);
        Collections.shuffle(shuffled, chance);
        assertThat(order(inquiry(onePerVoice(shuffled)))).isEqualTo(order(inquiry(onePerVoice(last))));
    }

    /** Who says two things of one cell is taken at the more critical one, so that the order among them does not matter. */
    private static List<Cell> onePerVoice(List<Cell> cells) {
        return cells.stream()
                .filter(it -> cells.stream()
                        .noneMatch(other -> other.piece() == it.piece()
                                && other.hypothesis() == it.hypothesis()
                                && other.rater().equals(it.rater())
                                && other.says().compareTo(it.says()) < 0))
                .toList();
    }

    @Property
    void whatDoesNotApplyNeverCounts(@ForAll("matrices") List<Cell> cells) {
        var more = new ArrayList<>(cells);
        for (var hypothesis = 1; hypothesis <= HYPOTHESES; hypothesis++) {
            more.add(new Cell(200, hypothesis, "U0ELSE", Says.NOT_APPLICABLE));
        }
        assertThat(order(inquiry(more))).isEqualTo(order(inquiry(cells)));
        var piece = inquiry(more).evidence().stream()
                .filter(it -> it.number() == 200)
                .findFirst()
                .orElseThrow();
        assertThat(inquiry(more).diagnosticity(piece)).isZero();
    }

    @Property
    void whatIsRuledOutNeverLeads(
            @ForAll("matrices") List<Cell> cells, @ForAll @IntRange(min = 1, max = HYPOTHESES) int out) {
        var inquiry = inquiry(cells);
        inquiry.hypothesis(out).orElseThrow().ruleOut(1, "why", "U0BOB", NOW);
        assertThat(inquiry.leading().orElseThrow().number()).isNotEqualTo(out);
        assertThat(inquiry.live()).hasSize(HYPOTHESES - 1);
    }

    @Property
    void onlyATestWhoseOutcomeDiffersIsProposed(
            @ForAll("expectations") List<Expects> ofFirst, @ForAll("expectations") List<Expects> ofSecond) {
        var tests = new ArrayList<HypothesisTest>();
        for (var n = 0; n < Math.min(ofFirst.size(), ofSecond.size()); n++) {
            var test = new HypothesisTest(1, n + 1, "test " + n, HypothesisTest.Risk.READ_ONLY, 5, NOW);
            test.predict(1, ofFirst.get(n));
            test.predict(2, ofSecond.get(n));
            tests.add(test);
        }
        var inquiry = new Inquiry(hypotheses(2), List.of(), tests, Symptoms.NONE, List.of());
        var separating = tests.stream()
                .filter(it -> it.predictionOf(1).orElseThrow().seen()
                        != it.predictionOf(2).orElseThrow().seen())
                .toList();
        var best = BestTest.of(inquiry);
        assertThat(best.isPresent()).isEqualTo(!separating.isEmpty());
        best.ifPresent(it -> {
            assertThat(separating).contains(it.test());
            assertThat(it.reason()).contains("would let us see it", "would not");
        });
    }

    private static List<Integer> order(Inquiry inquiry) {
        return inquiry.live().stream().map(Hypothesis::number).toList();
    }

    private static Inquiry inquiry(List<Cell> cells) {
        var pieces = cells.stream()
                .map(Cell::piece)
                .distinct()
                .map(it ->
                        new Evidence(1, it, Evidence.Kind.OBSERVATION, "seen " + it, null, null, "U0ALICE", NOW, NOW))
                .toList();
        cells.forEach(cell -> pieces.stream()
                .filter(it -> it.number() == cell.piece())
                .forEach(it -> it.rate(cell.hypothesis(), cell.says(), cell.rater(), NOW)));
        return new Inquiry(hypotheses(HYPOTHESES), pieces, List.of(), Symptoms.NONE, List.of());
    }

    private static List<Hypothesis> hypotheses(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(it -> new Hypothesis(1, it, "statement " + it, null, null, null, NOW, NOW))
                .toList();
    }

    @Provide
    Arbitrary<List<Expects>> expectations() {
        return Arbitraries.of(Expects.class).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<Cell> cell() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, HYPOTHESES),
                        Arbitraries.of("U0ALICE", "U0BOB", "U0CAROL"),
                        Arbitraries.of(Says.class))
                .as(Cell::new);
    }

    @Provide
    Arbitrary<List<Cell>> matrices() {
        return cell().list().ofMaxSize(40);
    }

    /** What somebody says that a piece of evidence means for a hypothesis. */
    record Cell(int piece, int hypothesis, String rater, Says says) {}
}
