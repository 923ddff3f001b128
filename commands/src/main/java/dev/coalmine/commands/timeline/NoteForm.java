package dev.coalmine.commands.timeline;

import com.slack.api.model.view.View;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The form behind the card's “Add note”. */
@Component
class NoteForm implements Form {

    private static final String NAME = "note";

    private final Incidents incidents;
    private final Writing writing;

    NoteForm(Incidents incidents, Writing writing) {
        this.incidents = incidents;
        this.writing = writing;
    }

    static View of(long incident) {
        return Forms.form(
                NAME,
                "Incident " + incident,
                "Add note",
                String.valueOf(incident),
                List.of(Blocks.input("text", "What happened?", "If it was earlier, end with “at 10:14”", false, true)));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reply submit(Submission form) {
        var text = form.markup("text");
        if (text.isEmpty()) {
            return new Reply.Mistakes(Map.of("text", "Say what happened."));
        }
        var incident = incidents.held(form.incident()).orElseThrow(form::outdated);
        incident.attend();
        return writing.note(incident.number(), text.get(), form.person());
    }
}
