package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a better hypothesis in the place of another. */
@Component
class SupersedeHypothesis extends FormWord {

    private static final String STATEMENT = "statement";
    private static final String WRONG_IF = "wrong_if";

    private final Ledger ledger;
    private final Deciding deciding;

    SupersedeHypothesis(Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.deciding = deciding;
    }

    @Override
    public String word() {
        return "supersede";
    }

    @Override
    public List<String> aliases() {
        return List.of("revise");
    }

    @Override
    public String usage() {
        return "supersede H3 by H5, or supersede H3 <a better wording>";
    }

    @Override
    public String does() {
        return "puts a better one in its place.";
    }

    @Override
    String verb() {
        return "Revise";
    }

    @Override
    String missing() {
        return "Name the hypothesis and what stands in for it: another, or a better wording.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.numbers(Line.Kind.HYPOTHESIS).size() == 2
                || said.number(Line.Kind.HYPOTHESIS).isPresent() && said.said().isPresent();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var chosen = said.number(Line.Kind.HYPOTHESIS);
        var inquiry = ledger.of(incident);
        return List.of(
                Fields.hypothesis(Fields.HYPOTHESIS, "Which one is revised?", inquiry.live(), chosen.orElse(null)),
                Blocks.prefilled(
                        STATEMENT,
                        "What do you think now, and what does it let us see?",
                        chosen.flatMap(inquiry::hypothesis)
                                .map(it -> Markup.plain(it.statement()))
                                .orElse(null),
                        false),
                Blocks.input(WRONG_IF, "What would we see if it is wrong?", null, true, true));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        var names = said.numbers(Line.Kind.HYPOTHESIS);
        if (names.size() == 2) {
            deciding.supersede(incident.number(), names.getFirst(), names.getLast(), request.person());
            return Reply.line("H%d gives way to H%d.".formatted(names.getFirst(), names.getLast()));
        }
        var words = request.words().replaceFirst("(?i)^\\s*H\\d+\\s*(by:?\\s+)?", "");
        return revise(incident, names.getFirst(), Proposing.Idea.of(words, request.person()), request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var number = Fields.number(form, Fields.HYPOTHESIS);
        var statement = form.markup(STATEMENT);
        if (number.isEmpty()) {
            return mistake(Fields.HYPOTHESIS, "Choose one.");
        }
        return statement.isEmpty()
                ? mistake(STATEMENT, "Say what you think now.")
                : revise(
                        incident,
                        number.get(),
                        new Proposing.Idea(
                                statement.get(), form.markup(WRONG_IF).orElse(null), form.person(), null, null),
                        form.person());
    }

    private Reply revise(Incident incident, int number, Proposing.Idea idea, String person) {
        var better = deciding.revise(incident.number(), number, idea, person);
        return Reply.line("H%d gives way to %s, which has to earn its own evidence.".formatted(number, better.name()));
    }
}
