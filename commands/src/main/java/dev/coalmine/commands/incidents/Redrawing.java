package dev.coalmine.commands.incidents;

import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Posted;
import dev.coalmine.storage.rules.Happening;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows every change: in the card, the topic, the announcement and on open Home tabs, and as a line in the channel. */
@Component
class Redrawing {

    private final Incidents incidents;
    private final Workspace workspace;
    private final Posted posted;

    Redrawing(Incidents incidents, Workspace workspace, Posted posted) {
        this.incidents = incidents;
        this.workspace = workspace;
        this.posted = posted;
    }

    @EventListener
    void show(Happening it) {
        incidents.findById(it.incident()).ifPresent(incident -> show(incident, it));
    }

    private void show(Incident incident, Happening it) {
        workspace.redraw(incident.number());
        if (incident.announced()) {
            workspace.announce(incident.number());
        }
        // Drills and private incidents too: each Home tab shows what its owner may know.
        posted.endingsOf("home:").forEach(workspace::drawHome);
        tell(it);
    }

    private void tell(Happening it) {
        if (it.told()) {
            workspace.say(it.incident(), Shown.signed(it.words(), it.person()));
        }
    }
}
