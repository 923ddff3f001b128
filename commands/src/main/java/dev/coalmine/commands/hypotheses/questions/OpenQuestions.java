package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.incidents.StageChanged;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps, when an incident is resolved, what was not ruled out as open questions for its review. */
@Component
class OpenQuestions {

    private final Ledger ledger;
    private final Timeline timeline;
    private final Workspace workspace;
    private final Clock clock;

    OpenQuestions(Ledger ledger, Timeline timeline, Workspace workspace, Clock clock) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.workspace = workspace;
        this.clock = clock;
    }

    @EventListener
    void moved(StageChanged it) {
        if (it.now() == Stage.RESOLVED) {
            var inquiry = ledger.of(it.incident());
            if (!inquiry.hypotheses().isEmpty()) {
                keep(it.incident(), inquiry.live());
            }
        }
    }

    private void keep(long incident, List<Hypothesis> live) {
        live.forEach(it -> timeline.append(new Draft(
                incident,
                clock.instant(),
                "question",
                null,
                "Open question: *%s* %s (%s) was not ruled out."
                        .formatted(it.name(), it.statement(), it.state().label()))));
        if (!live.isEmpty()) {
            var names = live.stream().map(Hypothesis::name).collect(Collectors.joining(", "));
            workspace.say(incident, "Not ruled out, and so open questions for the review: %s.".formatted(names));
        }
        workspace.pictureBoard(incident);
        workspace.drawBoard(incident);
    }
}
