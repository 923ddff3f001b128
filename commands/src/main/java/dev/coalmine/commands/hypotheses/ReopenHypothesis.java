package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings back what was ruled out, parked or accepted. */
@Component
class ReopenHypothesis extends FormWord {

    private static final String WHY = "why";

    private final Ledger ledger;
    private final Deciding deciding;

    ReopenHypothesis(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.deciding = deciding;
    }

    @Override
    public String word() {
        return "reopen";
    }

    @Override
    public String usage() {
        return "reopen H1 [why]";
    }

    @Override
    public String does() {
        return "brings back what was ruled out, parked or accepted.";
    }

    @Override
    String verb() {
        return "Reopen";
    }

    @Override
    String missing() {
        return "Name the hypothesis.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.number(Line.Kind.HYPOTHESIS).isPresent();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        return List.of(
                Fields.hypothesis(
                        Fields.HYPOTHESIS, "Which one?", ledger.of(incident).hypotheses(), null),
                Blocks.input(WHY, "Why may it be after all?", null, true, false));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return reopen(
                incident,
                said.number(Line.Kind.HYPOTHESIS).orElseThrow(),
                said.said().orElse(null),
                request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var number = Fields.number(form, Fields.HYPOTHESIS);
        return number.isEmpty()
                ? mistake(Fields.HYPOTHESIS, "Choose one.")
                : reopen(incident, number.get(), form.markup(WHY).orElse(null), form.person());
    }

    private Reply reopen(Incident incident, int number, @Nullable String why, String person) {
        deciding.reopen(incident.number(), number, why, person);
        return Reply.line("H%d is live again.".formatted(number));
    }
}
