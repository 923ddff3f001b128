package dev.coalmine.commands.incidents;

import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.ChannelLost;
import dev.coalmine.storage.incidents.ChannelRegained;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whom it concerns that an incident has lost its channel, and brings a channel that came back up to date. What
 * was to be said meanwhile stands in the timeline and is not said late, line by line.
 */
@Component
class ChannelNews {

    private static final int COUNTED = 1_000;

    private final Incidents incidents;
    private final Assignments assignments;
    private final Timeline timeline;
    private final Workspace workspace;

    ChannelNews(Incidents incidents, Assignments assignments, Timeline timeline, Workspace workspace) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.timeline = timeline;
        this.workspace = workspace;
    }

    @EventListener
    void lost(ChannelLost it) {
        var incident = incidents.findById(it.incident()).orElseThrow();
        responsible(incident)
                .ifPresent(person -> workspace.tell(
                        person,
                        "Incident %d (%s) goes on without its channel. %s `/incident #%d channel` says what can be done."
                                .formatted(
                                        incident.number(),
                                        Markup.escape(incident.title()),
                                        it.how(),
                                        incident.number())));
    }

    @EventListener
    void regained(ChannelRegained it) {
        var incident = incidents.findById(it.incident()).orElseThrow();
        workspace.furnish(incident.number());
        workspace.invite(incident.number(), concerned(incident));
        workspace.say(incident.number(), meanwhile(incident, it));
        workspace.askForCommander(incident.number(), false);
    }

    /** Whoever commands, or else whoever declared it. */
    private Optional<String> responsible(Incident incident) {
        return assignments.commander(incident.number()).or(incident::declaredBy);
    }

    private List<String> concerned(Incident incident) {
        return Stream.concat(
                        incident.declaredBy().stream(),
                        assignments.current(incident.number()).stream().map(Assignment::person))
                .distinct()
                .toList();
    }

    private String meanwhile(Incident incident, ChannelRegained it) {
        var entries = timeline.latest(incident.number(), COUNTED).stream()
                .filter(entry ->
                        entry.recorded().isAfter(it.lost()) && !entry.kind().equals(it.kind()))
                .count();
        return "There was no channel from %s to %s; meanwhile the timeline took %s. The incident is %s, %s, and %s."
                .formatted(
                        Shown.time(it.lost()),
                        Shown.time(it.at()),
                        entries == 1 ? "1 entry" : "%d entries".formatted(entries),
                        incident.severity().label(),
                        incident.stage().word(),
                        assignments
                                .commander(incident.number())
                                .map(commander -> Markup.person(commander) + " commands it")
                                .orElse("nobody commands it"));
    }
}
