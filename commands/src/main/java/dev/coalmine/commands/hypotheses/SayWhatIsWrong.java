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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says what would be seen if a hypothesis is wrong. */
@Component
class SayWhatIsWrong extends FormWord {

    private static final String SEEN = "seen";

    private final Ledger ledger;
    private final Proposing proposing;

    SayWhatIsWrong(Concerning concerning, Incidents incidents, Ledger ledger, Proposing proposing) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.proposing = proposing;
    }

    @Override
    public String word() {
        return "wrong";
    }

    @Override
    public List<String> aliases() {
        return List.of("wrong-if");
    }

    @Override
    public String usage() {
        return "wrong H1 if <what we would see>";
    }

    @Override
    public String does() {
        return "says what would prove one wrong.";
    }

    @Override
    String verb() {
        return "Keep";
    }

    @Override
    String missing() {
        return "Name the hypothesis, and say what we would see if it is wrong.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.number(Line.Kind.HYPOTHESIS).isPresent() && seen(said).isPresent();
    }

    private static Optional<String> seen(Line said) {
        return said.first(Line.Kind.QUOTATION)
                .or(said::words)
                .map(it -> it.replaceFirst("(?i)^if:?\\s+", ""))
                .filter(it -> !it.isBlank());
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        return List.of(
                Fields.hypothesis(
                        Fields.HYPOTHESIS,
                        "Which hypothesis?",
                        ledger.of(incident).live(),
                        said.number(Line.Kind.HYPOTHESIS).orElse(null)),
                Blocks.input(
                        SEEN, "What would we see if it is wrong?", "The cheaper to check, the better", false, true));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return proposing.wrongIf(
                incident.number(),
                said.number(Line.Kind.HYPOTHESIS).orElseThrow(),
                seen(said).orElseThrow(),
                request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var number = Fields.number(form, Fields.HYPOTHESIS);
        if (number.isEmpty()) {
            return mistake(Fields.HYPOTHESIS, "Choose one.");
        }
        return proposing.wrongIf(
                incident.number(), number.get(), form.markup(SEEN).orElse("nobody said"), form.person());
    }
}
