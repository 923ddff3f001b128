package dev.coalmine.commands.incidents;

import com.slack.api.model.view.View;
import dev.coalmine.commands.language.Form;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Stage;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks for the one line that goes with a new stage, so that the record is made at the time. */
@Component
class StageForm implements Form {

    private static final String NAME = "stage";

    private final Steps steps;

    StageForm(Steps steps) {
        this.steps = steps;
    }

    static View of(Incident incident, Stage stage) {
        return Forms.form(
                NAME,
                "Incident " + incident.number(),
                stage.label(),
                incident.number() + " " + stage.word(),
                List.of(Blocks.input("line", question(stage), null, !needsReason(stage), false)));
    }

    /** Going back, or ending it without any of the steps between; the card offers nothing else that does. */
    private static boolean needsReason(Stage stage) {
        return switch (stage) {
            case TRIAGE, INVESTIGATING, DECLINED -> true;
            case IDENTIFIED, MITIGATED, RESOLVED, CLOSED, MERGED -> false;
        };
    }

    private static String question(Stage stage) {
        return switch (stage) {
            case TRIAGE, INVESTIGATING -> "Why is it open again?";
            case IDENTIFIED -> "What was found?";
            case MITIGATED -> "What helped?";
            case RESOLVED -> "What ended it?";
            case CLOSED -> "Anything left to say?";
            case DECLINED -> "Why is it no incident?";
            case MERGED -> "Into which?";
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Reply submit(Submission form) {
        var stage = Stage.read(form.about(1)).orElseThrow(form::outdated);
        var line = form.markup("line");
        if (line.isEmpty() && needsReason(stage)) {
            return new Reply.Mistakes(Map.of("line", "That needs a reason."));
        }
        steps.to(form.incident(), stage, line.orElse(null), form.person());
        // The card and the channel show it; one more window to close would say nothing new.
        return Reply.nothing();
    }
}
