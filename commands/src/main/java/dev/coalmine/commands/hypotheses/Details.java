package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.workspace.Links;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** All that is known of one hypothesis: what speaks for and against it, and what was tried. */
@Component
class Details {

    private final Ledger ledger;

    Details(Ledger ledger) {
        this.ledger = ledger;
    }

    Reply of(long incident, int number) {
        var it = ledger.hypothesis(incident, number);
        var inquiry = ledger.of(incident);
        var lines = new ArrayList<String>();
        lines.add("*%s* %s".formatted(it.name(), it.statement()));
        lines.add("_%s_ · %s%s".formatted(it.state().label(), Board.counts(inquiry, it), decision(it)));
        it.wrongIf().ifPresent(seen -> lines.add("_wrong if_ " + seen));
        it.author()
                .ifPresent(who -> lines.add("Proposed by %s, %s%s"
                        .formatted(
                                Markup.person(who),
                                Shown.time(it.proposedAt()),
                                it.link()
                                        .map(link -> " · " + Links.shown(link, "message"))
                                        .orElse(""))));
        inquiry.evidence().forEach(piece -> piece.saysOf(number).ifPresent(says -> lines.add(line(piece, says))));
        inquiry.tests().stream()
                .filter(test -> test.predictionOf(number).isPresent())
                .forEach(test -> lines.add(line(test, number)));
        return Reply.line(String.join("\n", lines));
    }

    private static String decision(Hypothesis it) {
        return it.decidedBy()
                .map(who -> " · by %s%s"
                        .formatted(
                                Markup.person(who),
                                it.reason().map(": "::concat).orElse("")))
                .orElse("");
    }

    private static String line(Evidence piece, Says says) {
        return "%s *%s* %s%s"
                .formatted(
                        Board.sign(says),
                        piece.name(),
                        piece.words(),
                        piece.link().map(it -> " · " + Links.shown(it, "where")).orElse(""));
    }

    private static String line(HypothesisTest test, int number) {
        return "*%s* %s — expected: %s; %s"
                .formatted(
                        test.name(),
                        test.words(),
                        test.predictionOf(number).orElseThrow().label(),
                        test.outcome()
                                .map(it -> it.label()
                                        + test.found().map(" — "::concat).orElse(""))
                                .orElse(test.owner()
                                        .map(who -> "with " + Markup.person(who))
                                        .orElse("nobody does it")));
    }
}
