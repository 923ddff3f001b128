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

/** Puts what somebody thinks on the board. */
@Component
class AddHypothesis extends FormWord {

    private static final String STATEMENT = "statement";
    private static final String WRONG_IF = "wrong_if";

    private final Proposing proposing;

    AddHypothesis(Concerning concerning, Incidents incidents, Proposing proposing) {
        super(concerning, incidents);
        this.proposing = proposing;
    }

    @Override
    public String word() {
        return "add";
    }

    @Override
    public String usage() {
        return "add <mechanism, and what it lets us see> [wrong if <what we would see>]";
    }

    @Override
    public String does() {
        return "puts a hypothesis on the board.";
    }

    @Override
    String verb() {
        return "Add hypothesis";
    }

    @Override
    String missing() {
        return "Say what you think is wrong.";
    }

    @Override
    boolean isEnough(Line said) {
        return !said.isEmpty();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        return fields(null);
    }

    /** @param statement what is known of it already, in plain text */
    static List<LayoutBlock> fields(@Nullable String statement) {
        return List.of(
                Blocks.prefilled(
                        STATEMENT, "What do you think is wrong, and what does it let us see?", statement, false),
                Blocks.input(
                        WRONG_IF, "What would we see if it is wrong?", "The cheaper to check, the better", true, true));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        var idea = Proposing.Idea.of(request.words(), request.person());
        if (idea.isEmpty()) {
            throw misused(missing());
        }
        return proposing.add(incident.number(), idea, request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var statement = form.markup(STATEMENT);
        if (statement.isEmpty()) {
            return mistake(STATEMENT, missing());
        }
        return proposing.add(
                incident.number(),
                new Proposing.Idea(statement.get(), form.markup(WRONG_IF).orElse(null), form.person(), null, null),
                form.person());
    }
}
