package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import java.util.Map;

/** A word that opens a form when it is said without what it needs, where forms can be opened. */
abstract class FormWord implements Word, Form {

    private final Concerning concerning;
    private final Incidents incidents;

    FormWord(Concerning concerning, Incidents incidents) {
        this.concerning = concerning;
        this.incidents = incidents;
    }

    @Override
    public final String name() {
        return "hyp-" + word();
    }

    /** What the button of its form says; at most 24 characters. */
    abstract String verb();

    /** What its form asks for, given what was said already. */
    abstract List<LayoutBlock> fields(long incident, Line said);

    /** Does what was said, if that is enough. */
    abstract Reply say(Incident incident, Line said, Request request);

    /** Whether enough was said to do it without a form. */
    abstract boolean isEnough(Line said);

    /** Does what was filled in. */
    abstract Reply fill(Incident incident, Submission form);

    /** What is missing, for those who cannot be shown a form. */
    abstract String missing();

    @Override
    public final Reply run(Request request) {
        var said = Line.read(request.words());
        if (isEnough(said)) {
            return say(concerning.change(request), said, request);
        }
        if (!request.door().opensForms()) {
            throw misused(missing());
        }
        var incident = concerning.read(request).number();
        return new Reply.Form(
                Forms.form(name(), "Incident " + incident, verb(), context(incident, said), fields(incident, said)));
    }

    /** What the form has to remember besides the incident; one word, or nothing. */
    String remembered(Line said) {
        return "";
    }

    private String context(long incident, Line said) {
        return "%d %s".formatted(incident, remembered(said)).strip();
    }

    @Override
    public final Reply submit(Submission form) {
        var incident = incidents.held(form.incident()).orElseThrow(form::outdated);
        incident.attend();
        return fill(incident, form);
    }

    static Reply mistake(String block, String what) {
        return new Reply.Mistakes(Map.of(block, what));
    }
}
