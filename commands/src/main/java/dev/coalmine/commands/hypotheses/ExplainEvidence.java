package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Explains away what speaks against a hypothesis. */
@Component
class ExplainEvidence extends FormWord {

    private static final String HOW = "how";

    private final Ledger ledger;
    private final Deciding deciding;

    ExplainEvidence(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.deciding = deciding;
    }

    @Override
    public String word() {
        return "explain";
    }

    @Override
    public String usage() {
        return "explain H1 E3 \"<why it does not sink it>\"";
    }

    @Override
    public String does() {
        return "says in a sentence why evidence does not sink one; it goes on counting.";
    }

    @Override
    String verb() {
        return "Explain";
    }

    @Override
    String missing() {
        return "Name the hypothesis and the evidence, and say in a sentence why it does not sink it.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.number(Line.Kind.HYPOTHESIS).isPresent()
                && said.number(Line.Kind.EVIDENCE).isPresent()
                && said.said().isPresent();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var inquiry = ledger.of(incident);
        var chosen = said.number(Line.Kind.HYPOTHESIS);
        var against = chosen.map(inquiry::against).orElse(inquiry.evidence());
        return List.of(
                Fields.hypothesis(
                        Fields.HYPOTHESIS,
                        "Which hypothesis stands in spite of it?",
                        inquiry.live(),
                        chosen.orElse(null)),
                Fields.evidence(
                        "In spite of what?",
                        against,
                        against.stream().findFirst().map(Evidence::number).orElse(null)),
                Blocks.input(HOW, "Why does it not sink it?", "One sentence, for the review", false, true));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return explain(
                incident,
                said.number(Line.Kind.HYPOTHESIS).orElseThrow(),
                said.number(Line.Kind.EVIDENCE).orElseThrow(),
                said.said().orElseThrow(),
                request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var hypothesis = Fields.number(form, Fields.HYPOTHESIS);
        var evidence = Fields.number(form, Fields.EVIDENCE);
        var how = form.markup(HOW);
        if (hypothesis.isEmpty() || evidence.isEmpty() || how.isEmpty()) {
            return mistake(HOW, "Choose both, and say it in a sentence.");
        }
        return explain(incident, hypothesis.get(), evidence.get(), how.get(), form.person());
    }

    private Reply explain(Incident incident, int hypothesis, int evidence, String how, String person) {
        deciding.explain(incident.number(), hypothesis, evidence, how, person);
        return Reply.line("Noted. E%d goes on counting against H%d; your explanation stands beside it."
                .formatted(evidence, hypothesis));
    }
}
