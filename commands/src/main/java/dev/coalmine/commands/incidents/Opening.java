package dev.coalmine.commands.incidents;

import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens incidents: the record first, then the channel, the people and the question for a commander. */
@Component
public class Opening {

    private final Incidents incidents;
    private final Timeline timeline;
    private final Catalog catalog;
    private final Workspace workspace;
    private final IncidentSettings settings;
    private final Clock clock;

    Opening(
            Incidents incidents,
            Timeline timeline,
            Catalog catalog,
            Workspace workspace,
            IncidentSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.catalog = catalog;
        this.workspace = workspace;
        this.settings = settings;
        this.clock = clock;
    }

    /** What the declarer reads. */
    static String confirmation(Incident incident) {
        return "Declared incident %d, %s: “%s”. Its channel `#%s` is being made and you will be invited."
                .formatted(
                        incident.number(),
                        incident.severity().label(),
                        Markup.escape(incident.title()),
                        incident.channelName());
    }

    Incident byPerson(Wish wish, String person) {
        var now = clock.instant();
        var incident = incidents.declare(new Declaration(
                wish.title(),
                wish.severity() == null ? settings.severity() : wish.severity(),
                Stage.INVESTIGATING,
                wish.kind(),
                wish.restricted(),
                wish.service() == null ? null : catalog.properName(wish.service()),
                wish.byCustomer() ? NoticedBy.CUSTOMER : NoticedBy.PERSON,
                person,
                wish.link(),
                wish.service() == null ? null : catalog.runbook(wish.service()),
                now,
                now));
        if (wish.seen() != null) {
            timeline.append(new Draft(incident.number(), now, "note", person, Markup.escape(wish.seen())));
        }
        workspace.meet(person);
        furnish(incident, List.of(person));
        return incident;
    }

    /** Opens the incident that a program declares; somebody has looked, or it would have sent a page. */
    Incident byProgram(Report report) {
        var now = clock.instant();
        var incident = incidents.declare(new Declaration(
                report.title(),
                report.severity() == null ? settings.severity() : report.severity(),
                Stage.INVESTIGATING,
                report.kind(),
                report.restricted(),
                report.service() == null ? null : catalog.properName(Wish.service(report.service())),
                NoticedBy.PERSON,
                null,
                report.link(),
                report.service() == null ? null : catalog.runbook(Wish.service(report.service())),
                now,
                now));
        incident.attend();
        furnish(incident, report.people());
        return incident;
    }

    /**
     * Opens the incident that a page, a storm or a heartbeat calls for, in triage.
     *
     * @param people who is to be called besides the owners of its service
     */
    public Incident noticed(Declaration declaration, List<String> people) {
        var incident = incidents.declare(declaration);
        furnish(incident, people);
        return incident;
    }

    private void furnish(Incident incident, List<String> people) {
        var number = incident.number();
        workspace.makeChannel(number);
        workspace.invite(number, withOwners(incident, people));
        if (incident.service().isPresent() || incident.declaredBy().isEmpty()) {
            workspace.say(
                    number,
                    catalog.runbookLine(
                            incident.service().orElse(null), incident.runbook().orElse(null)));
        }
        workspace.askForCommander(number, false);
    }

    private List<String> withOwners(Incident incident, List<String> people) {
        var all = new ArrayList<>(people);
        incident.service().map(catalog::owners).ifPresent(all::addAll);
        return all.stream().distinct().toList();
    }
}
