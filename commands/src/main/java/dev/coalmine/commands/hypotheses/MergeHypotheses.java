package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes two hypotheses that say the same for one. */
@Component
class MergeHypotheses extends FormWord {

    private static final String INTO = "into";

    private final Ledger ledger;
    private final Deciding deciding;

    MergeHypotheses(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.deciding = deciding;
    }

    @Override
    public String word() {
        return "merge";
    }

    @Override
    public String usage() {
        return "merge H3 into H1";
    }

    @Override
    public String does() {
        return "takes two that say the same for one; what was said of one holds for both.";
    }

    @Override
    String verb() {
        return "Merge";
    }

    @Override
    String missing() {
        return "Name both: `merge H3 into H1`.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.numbers(Line.Kind.HYPOTHESIS).size() == 2;
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var live = ledger.of(incident).live();
        return List.of(
                Fields.hypothesis(
                        Fields.HYPOTHESIS,
                        "Which one says the same",
                        live,
                        said.number(Line.Kind.HYPOTHESIS).orElse(null)),
                Fields.hypothesis(INTO, "as which other?", live, null));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        var both = said.numbers(Line.Kind.HYPOTHESIS);
        return merge(incident, both.getFirst(), both.getLast(), request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var one = Fields.number(form, Fields.HYPOTHESIS);
        var other = Fields.number(form, INTO);
        if (one.isEmpty() || other.isEmpty()) {
            return mistake(one.isEmpty() ? Fields.HYPOTHESIS : INTO, "Choose one.");
        }
        return one.equals(other)
                ? mistake(INTO, "Choose another one.")
                : merge(incident, one.get(), other.get(), form.person());
    }

    private Reply merge(Incident incident, int one, int other, String person) {
        deciding.merge(incident.number(), one, other, person);
        return Reply.line("H%d goes on as H%d.".formatted(one, other));
    }
}
