package dev.coalmine.commands.incidents;

import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Posted;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.rules.Markup;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows every change: in the card, the topic, the announcement and on open Home tabs, and as a line in the channel. */
@Component
class Redrawing {

    private final Incidents incidents;
    private final Workspace workspace;
    private final Posted posted;
    private final People people;

    Redrawing(Incidents incidents, Workspace workspace, Posted posted, People people) {
        this.incidents = incidents;
        this.workspace = workspace;
        this.posted = posted;
        this.people = people;
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
            workspace.say(it.incident(), it.words() + signature(it));
        }
    }

    /** Who did it, by name: a mention would tell people of what they did themselves. */
    private String signature(Happening it) {
        var person = it.person();
        if (person == null || it.words().startsWith(Markup.person(person))) {
            return "";
        }
        return " — "
                + people.findById(person)
                        .map(who -> Markup.escape(who.handle()))
                        .orElse(Markup.person(person));
    }
}
