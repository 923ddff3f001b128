package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves incidents from stage to stage. */
@Component
public class Steps {

    private final Concerning concerning;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Workspace workspace;
    private final Clock clock;

    Steps(Concerning concerning, Incidents incidents, Timeline timeline, Workspace workspace, Clock clock) {
        this.concerning = concerning;
        this.incidents = incidents;
        this.timeline = timeline;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** What the words after the stage say is the line of context; a button without one is asked for it. */
    Reply to(Stage stage, Request request) {
        if (request.fromButton() && request.isEmpty()) {
            return new Reply.Form(StageForm.of(concerning.read(request), stage));
        }
        var number = concerning.change(request).number();
        return to(number, stage, request.line().orElse(null), request.person());
    }

    Reply to(long number, Stage stage, @Nullable String line, String person) {
        var incident = incidents.held(number).orElseThrow();
        incident.attend();
        incident.move(stage, line, person, clock.instant());
        incidents.save(incident);
        sealWhenOver(number, stage);
        return Reply.line(
                "Incident %d is %s.%s".formatted(number, stage.word(), line == null ? askForLine(stage) : ""));
    }

    // The seal outside the database lets anybody show later that the record is the one people saw then.
    private void sealWhenOver(long number, Stage stage) {
        if (stage == Stage.RESOLVED || stage == Stage.CLOSED) {
            var end = timeline.end(number);
            workspace.say(
                    number,
                    "The timeline has %d entries; the seal of the last is `%s`.".formatted(end.length(), end.seal()));
        }
    }

    private static String askForLine(Stage stage) {
        return switch (stage) {
            case IDENTIFIED -> " What was found? Keep it with `/incident note …`.";
            case MITIGATED -> " What helped? Keep it with `/incident note …`.";
            case RESOLVED -> " What ended it? Keep it with `/incident note …`.";
            case TRIAGE, INVESTIGATING, CLOSED, DECLINED, MERGED -> "";
        };
    }
}
