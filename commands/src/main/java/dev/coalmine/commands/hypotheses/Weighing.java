package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.AllEvidence;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes up what people observe, and what they think that it says of each hypothesis. */
@Component
class Weighing {

    private final AllEvidence evidence;
    private final Ledger ledger;
    private final Workspace workspace;
    private final Clock clock;

    Weighing(AllEvidence evidence, Ledger ledger, Workspace workspace, Clock clock) {
        this.evidence = evidence;
        this.ledger = ledger;
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Something observed.
     *
     * @param words mark-up
     * @param observer Slack id of who saw it
     * @param at when it happened; null is now
     * @param says what it says, by the number of the hypothesis
     */
    record Observed(
            Evidence.Kind kind,
            String words,
            @Nullable String link,
            @Nullable String observer,
            @Nullable Instant at,
            Map<Integer, Says> says) {}

    /** Writes it down and draws the consequences. */
    Evidence record(long incident, Observed it, String person) {
        var kept = keep(incident, it, person);
        settle(incident, kept, it.says(), person);
        return kept;
    }

    /** Writes it down. */
    private Evidence keep(long incident, Observed it, String person) {
        it.says().keySet().forEach(number -> ledger.hypothesis(incident, number));
        var now = clock.instant();
        if (it.at() != null && it.at().isAfter(now)) {
            throw new Refused("That time is in the future.");
        }
        if (it.observer() != null) {
            workspace.meet(it.observer());
        }
        var piece = new Evidence(
                incident,
                evidence.nextNumber(incident),
                it.kind(),
                it.words(),
                it.link(),
                it.observer(),
                person,
                it.at() == null ? now : it.at(),
                now);
        it.says().forEach((hypothesis, says) -> piece.rate(hypothesis, says, person, now));
        return evidence.save(piece);
    }

    /** Somebody says what known evidence means. */
    Evidence rate(long incident, int number, Map<Integer, Says> says, String person) {
        says.keySet().forEach(it -> ledger.hypothesis(incident, it));
        var piece = ledger.evidence(incident, number);
        says.forEach((hypothesis, what) -> piece.rate(hypothesis, what, person, clock.instant()));
        evidence.save(piece);
        settle(incident, piece, says, person);
        return piece;
    }

    private void settle(long incident, Evidence piece, Map<Integer, Says> says, String person) {
        ledger.say(
                incident,
                "evidence",
                person,
                words(piece, says),
                false,
                piece.link().orElse(null));
        var contradicted = says.entrySet().stream()
                .filter(it -> it.getValue().isAgainst())
                .map(Map.Entry::getKey)
                .toList();
        ledger.settle(incident, person, cause(piece), contradicted);
    }

    static String cause(Evidence piece) {
        return "%s “%s”.".formatted(piece.name(), Believed.brief(piece.words()));
    }

    private static String words(Evidence piece, Map<Integer, Says> says) {
        return "*%s* (%s) %s%s"
                .formatted(
                        piece.name(), piece.kind().label(), piece.words(), says.isEmpty() ? "" : " — " + meaning(says));
    }

    /** What it says of each, in words: {@code against H1, for H2}. */
    static String meaning(Map<Integer, Says> says) {
        return says.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> "%s H%d".formatted(it.getValue().label(), it.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** What a new piece changes for people: whether it tells the live ones apart. */
    String worth(long incident, Evidence piece) {
        var inquiry = ledger.of(incident);
        if (piece.ratings().isEmpty()) {
            return "Say what it means: `/incident hyp evidence %s against H1 for H2`.".formatted(piece.name());
        }
        if (inquiry.live().size() < 2) {
            return "There is no other hypothesis that it could tell this one from.";
        }
        return inquiry.diagnosticity(piece) > 0
                ? "It tells them apart."
                : "It does not tell them apart yet: %s".formatted(missing(inquiry, piece));
    }

    private static String missing(Inquiry inquiry, Evidence piece) {
        var names = inquiry.live().stream()
                .filter(it -> piece.saysOf(it.number()).isEmpty())
                .map(it -> it.name())
                .toList();
        return names.isEmpty()
                ? "it says the same of all."
                : "what does it say of %s?".formatted(Believed.names(names));
    }
}
