package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** What people believe at a moment, in one line, so that the record keeps it as it was then. */
final class Believed {

    private static final int MOST = 5;
    private static final int BRIEF = 80;
    private static final int QUOTED = 500;

    private Believed() {}

    static String now(Inquiry inquiry) {
        var live = inquiry.live();
        if (live.isEmpty()) {
            return inquiry.hypotheses().isEmpty() ? "" : "No hypothesis is live.";
        }
        var others = live.stream()
                .skip(1)
                .limit(MOST - 1)
                .map(it -> "%s %s".formatted(it.name(), counts(inquiry, it)))
                .collect(Collectors.joining(", "));
        var first = live.getFirst();
        return "%s %s %s%s%s."
                .formatted(
                        live.size() == 1 ? "Alone:" : "Leading:",
                        first.name(),
                        counts(inquiry, first),
                        others.isEmpty() ? "" : "; then " + others,
                        live.size() > MOST ? " and %d more".formatted(live.size() - MOST) : "");
    }

    private static String counts(Inquiry inquiry, Hypothesis it) {
        var score = inquiry.score(it);
        return "(%d against, %d for)".formatted(score.against(), score.inFavour());
    }

    /** A statement in a few words, on one line. */
    static String brief(String statement) {
        return Markup.clip(statement.replaceAll("\\s+", " "), BRIEF);
    }

    /** Fit to stand between quotation marks in a line that a button says. */
    static String quotable(String words) {
        return Markup.clip(words.replaceAll("[\"“”„«»\\s]+", " ").strip(), QUOTED);
    }

    /** Names with “and” before the last: {@code H1, H2 and H3}. */
    static String names(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
