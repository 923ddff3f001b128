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

/** Rules a hypothesis out: by which evidence, and why. */
@Component
class RuleOutHypothesis extends FormWord {

    private static final String WHY = "why";

    private final Ledger ledger;
    private final Deciding deciding;

    RuleOutHypothesis(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.deciding = deciding;
    }

    @Override
    public String word() {
        return "ruleout";
    }

    @Override
    public List<String> aliases() {
        return List.of("rule-out");
    }

    @Override
    public String usage() {
        return "ruleout H1 E3 \"<why>\"";
    }

    @Override
    public String does() {
        return "rules one out by a piece of evidence and a sentence; it can be reopened.";
    }

    @Override
    String verb() {
        return "Rule out";
    }

    @Override
    String missing() {
        return "Name the hypothesis, the evidence that rules it out, and say why in a sentence.";
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
        var strongest =
                chosen.flatMap(it -> inquiry.against(it).stream().findFirst()).map(Evidence::number);
        return List.of(
                Fields.hypothesis(
                        Fields.HYPOTHESIS, "Which hypothesis is ruled out?", inquiry.live(), chosen.orElse(null)),
                Fields.evidence("By which evidence?", inquiry.evidence(), strongest.orElse(null)),
                Blocks.input(
                        WHY, "Why can it not be?", "One sentence; evidence in an incident is fallible", false, true));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return ruleOut(
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
        if (hypothesis.isEmpty()) {
            return mistake(Fields.HYPOTHESIS, "Choose one.");
        }
        if (evidence.isEmpty()) {
            return ledger.of(incident.number()).evidence().isEmpty()
                    ? mistake(WHY, "Ruling out needs a piece of evidence; add it first with `hyp evidence`.")
                    : mistake(Fields.EVIDENCE, "Choose what rules it out.");
        }
        var why = form.markup(WHY);
        return why.isEmpty()
                ? mistake(WHY, "That needs a sentence.")
                : ruleOut(incident, hypothesis.get(), evidence.get(), why.get(), form.person());
    }

    private Reply ruleOut(Incident incident, int hypothesis, int evidence, String why, String person) {
        deciding.ruleOut(incident.number(), hypothesis, evidence, why, person);
        return Reply.line("H%d is ruled out. `/incident hyp reopen H%d` brings it back, should E%d not hold."
                .formatted(hypothesis, hypothesis, evidence));
    }
}
