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

/** Leaves a hypothesis for now. */
@Component
class ParkHypothesis extends FormWord {

    private static final String WHY = "why";

    private final Ledger ledger;
    private final Deciding deciding;

    ParkHypothesis(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.deciding = deciding;
    }

    @Override
    public String word() {
        return "park";
    }

    @Override
    public String usage() {
        return "park H1 [why]";
    }

    @Override
    public String does() {
        return "leaves one for now.";
    }

    @Override
    String verb() {
        return "Park";
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
                        Fields.HYPOTHESIS,
                        "Which one does nobody look into for now?",
                        ledger.of(incident).live(),
                        null),
                Blocks.input(WHY, "Why?", null, true, false));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return park(
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
                : park(incident, number.get(), form.markup(WHY).orElse(null), form.person());
    }

    private Reply park(Incident incident, int number, @Nullable String why, String person) {
        deciding.park(incident.number(), number, why, person);
        return Reply.line("H%d is parked.".formatted(number));
    }
}
