package dev.coalmine.commands.hypotheses.inquiry;

import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.rules.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether somebody says what a hypothesis says already, judged by the words that they share. */
public final class Likeness {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST = 3;
    private static final int STEM = 5;
    private static final Set<String> COMMON = Set.of(
            "the",
            "and",
            "for",
            "that",
            "this",
            "with",
            "was",
            "are",
            "has",
            "have",
            "its",
            "from",
            "not",
            "check",
            "look",
            "first",
            "would",
            "could",
            "maybe",
            "see",
            "any",
            "all",
            "our",
            "what",
            "there",
            "because",
            "when",
            "wrong",
            "problem",
            "issue",
            "something",
            "into",
            "they",
            "them",
            "too",
            "after",
            "before",
            "new");

    private Likeness() {}

    /** The hypothesis that shares most words with what was said; empty when none shares any that matters. */
    public static Optional<Hypothesis> nearest(String said, List<Hypothesis> hypotheses) {
        var words = stems(said);
        return hypotheses.stream()
                .filter(it -> shared(words, it) > 0)
                .max(Comparator.comparingLong((Hypothesis it) -> shared(words, it))
                        .thenComparing(
                                Comparator.comparingInt(Hypothesis::number).reversed()));
    }

    private static long shared(Set<String> words, Hypothesis hypothesis) {
        return stems(hypothesis.statement()).stream().filter(words::contains).count();
    }

    private static Set<String> stems(String markup) {
        return Stream.of(NOT_A_WORD.split(Markup.plain(markup).toLowerCase(Locale.ROOT)))
                .filter(it -> it.length() >= SHORTEST && !COMMON.contains(it))
                .map(it -> it.length() > STEM ? it.substring(0, STEM) : it)
                .collect(Collectors.toSet());
    }
}
