package dev.coalmine.commands.pages;

import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.pages.Pages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Believes that what flapped is over once it has been quiet for a while. An alert that resolves by itself and fires again
 * every few minutes is not over each time that it says so.
 */
@Component
class FlappingOver implements Alarm {

    static final String NAME = "flapping-over";

    private final Incidents incidents;
    private final Pages pages;
    private final PagingSettings settings;
    private final Workspace workspace;
    private final Clock clock;

    FlappingOver(Incidents incidents, Pages pages, PagingSettings settings, Workspace workspace, Clock clock) {
        this.incidents = incidents;
        this.pages = pages;
        this.settings = settings;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void ring(long number) {
        incidents
                .held(number)
                .filter(it -> it.stage().open() && !pages.anyFiring(number))
                .ifPresent(this::over);
    }

    private void over(Incident incident) {
        var words = "Quiet for %s, after it has started %d times."
                .formatted(
                        Spans.words(settings.quietAfterFlapping()),
                        pages.count(incident.number()).starts());
        if (incident.attended()) {
            workspace.say(
                    incident.number(),
                    words + " If users are well again:",
                    new Errand.Choice("Resolve", "#%d resolve".formatted(incident.number())));
        } else {
            incident.move(Stage.DECLINED, words + " Nobody took part.", null, clock.instant());
            incidents.save(incident);
        }
    }
}
