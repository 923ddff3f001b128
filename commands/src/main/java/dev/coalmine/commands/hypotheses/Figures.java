package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.Lead;
import dev.coalmine.storage.prompts.Prompt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an incident's hypotheses were dealt with, in numbers for its review.
 *
 * @param firstLed how long the first hypothesis led before another did, or until now; null if there was none
 * @param aloneUntested how long the first hypothesis was the only one and nobody tested it
 * @param contradictedAfter how long after the first hypothesis something first spoke against one; null if nothing did
 * @param contradiction what that was and what was done with it, as mark-up; null if nothing was
 * @param untested how many hypotheses nobody ever tested
 * @param prompts what was asked unasked, by name
 */
public record Figures(
        @Nullable Duration firstLed,
        Duration aloneUntested,
        @Nullable Duration contradictedAfter,
        @Nullable String contradiction,
        int untested,
        List<Asked> prompts) {

    /** How often a question was shown, and what became of it. */
    public record Asked(String name, int shown, int answered, int declined, int ignored) {}

    static Figures of(Inquiry inquiry, List<Lead> leads, List<Prompt> prompts, Instant now) {
        var first = inquiry.hypotheses().stream().findFirst();
        var contradiction = firstContradiction(inquiry);
        return new Figures(
                leads.isEmpty() ? null : firstLed(leads, now),
                first.map(it -> aloneUntested(inquiry, it, now)).orElse(Duration.ZERO),
                contradiction
                        .map(it -> Duration.between(first.orElseThrow().recordedAt(), it.recordedAt()))
                        .orElse(null),
                contradiction.map(it -> fate(inquiry, it)).orElse(null),
                (int) inquiry.hypotheses().stream()
                        .filter(it -> inquiry.tests().stream()
                                .noneMatch(test -> test.owner().isPresent()
                                        && test.predictionOf(it.number()).isPresent()))
                        .count(),
                asked(prompts));
    }

    private static Duration firstLed(List<Lead> leads, Instant now) {
        var end = leads.size() > 1 ? leads.get(1).since() : now;
        return Duration.between(leads.getFirst().since(), end);
    }

    /** Until another came, or somebody was given a test of it. */
    private static Duration aloneUntested(Inquiry inquiry, Hypothesis first, Instant now) {
        var second = inquiry.hypotheses().stream().skip(1).map(Hypothesis::recordedAt);
        var tested = inquiry.tests().stream()
                .filter(it -> it.hypothesis().filter(h -> h == first.number()).isPresent())
                .flatMap(it -> it.givenAt().stream());
        var end = Stream.of(second, tested, Stream.of(now)).flatMap(it -> it).min(Comparator.naturalOrder());
        return Duration.between(first.recordedAt(), end.orElse(now));
    }

    private static Optional<Evidence> firstContradiction(Inquiry inquiry) {
        return inquiry.evidence().stream()
                .filter(it ->
                        it.ratings().stream().anyMatch(rating -> rating.says().isAgainst()))
                .findFirst();
    }

    private static String fate(Inquiry inquiry, Evidence it) {
        var ruledOut = inquiry.hypotheses().stream()
                .filter(h -> h.ruledOutBy().filter(e -> e == it.number()).isPresent())
                .map(Hypothesis::name)
                .toList();
        var against = it.ratings().stream()
                .filter(rating -> rating.says().isAgainst())
                .map(rating -> "H" + rating.hypothesis())
                .distinct()
                .toList();
        return "%s “%s” spoke against %s, %s"
                .formatted(
                        it.name(),
                        Believed.brief(it.words()),
                        Believed.names(against),
                        ruledOut.isEmpty()
                                ? "which was weakened by it"
                                : "and %s was ruled out by it".formatted(Believed.names(ruledOut)));
    }

    private static List<Asked> asked(List<Prompt> prompts) {
        return prompts.stream()
                .collect(Collectors.groupingBy(Prompt::name, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(it -> new Asked(
                        it.getKey(),
                        it.getValue().size(),
                        count(it.getValue(), Prompt.Answer.ANSWERED),
                        count(it.getValue(), Prompt.Answer.DECLINED),
                        count(it.getValue(), Prompt.Answer.IGNORED)))
                .toList();
    }

    private static int count(List<Prompt> prompts, Prompt.Answer answer) {
        return (int) prompts.stream().filter(it -> it.answer() == answer).count();
    }

    /** One line each, as mark-up. */
    public List<String> words() {
        var lines = new ArrayList<String>();
        if (firstLed != null) {
            lines.add("The first hypothesis led for %s.".formatted(Spans.words(firstLed)));
            lines.add("It was alone and untested for %s.".formatted(Spans.words(aloneUntested)));
            lines.add(
                    contradictedAfter == null
                            ? "Nothing spoke against any hypothesis."
                            : "The first contradiction came after %s: %s."
                                    .formatted(Spans.words(contradictedAfter), contradiction));
            lines.add("Never given to anybody to test: %d.".formatted(untested));
        }
        prompts.forEach(it -> lines.add("Asked “%s”: %d, answered %d, declined %d, ignored %d."
                .formatted(it.name(), it.shown(), it.answered(), it.declined(), it.ignored())));
        return lines;
    }
}
