package dev.coalmine.commands.hypotheses;

import com.slack.api.model.view.View;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form for a hypothesis that somebody wrote in a message; its author, time and link are kept. */
@Component
class MessageIdea implements Form {

    private static final String NAME = "hyp-from-message";
    private static final String STATEMENT = "statement";
    private static final String WRONG_IF = "wrong_if";

    private final Incidents incidents;
    private final Proposing proposing;

    MessageIdea(Incidents incidents, Proposing proposing) {
        this.incidents = incidents;
        this.proposing = proposing;
    }

    View about(long incident, Shortcut.Message message) {
        return Forms.form(
                NAME,
                "Incident " + incident,
                "Add hypothesis",
                "%d %s".formatted(incident, MessageContext.of(message)),
                AddHypothesis.fields(Markup.plain(message.text())));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reply submit(Submission form) {
        var incident = incidents.held(form.incident()).orElseThrow(form::outdated);
        var source =
                MessageContext.read(form.context().replaceFirst("^\\S+ ?", "")).orElseThrow(form::outdated);
        var statement = form.markup(STATEMENT);
        if (statement.isEmpty()) {
            return new Reply.Mistakes(Map.of(STATEMENT, "Say what you think is wrong."));
        }
        incident.attend();
        return proposing.add(
                incident.number(),
                new Proposing.Idea(
                        statement.get(),
                        form.markup(WRONG_IF).orElse(null),
                        source.author() == null ? form.person() : source.author(),
                        source.link(),
                        source.at()),
                form.person());
    }
}
