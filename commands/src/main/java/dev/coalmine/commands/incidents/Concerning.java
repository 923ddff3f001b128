package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Refused;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the incident that a request is about: the one whose number was named, or the one whose channel it is. */
@Component
public class Concerning {

    private final Incidents incidents;
    private final Assignments assignments;
    private final Workspace workspace;

    Concerning(Incidents incidents, Assignments assignments, Workspace workspace) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.workspace = workspace;
    }

    /** The incident, to be read. */
    public Incident read(Request request) {
        return find(request);
    }

    /** The incident, to be changed: held until the transaction ends, and the person counts as taking part. */
    public Incident change(Request request) {
        var incident = hold(find(request).number());
        incident.attend();
        workspace.meet(request.person());
        return incident;
    }

    /** The incident of that number, if this person may know of it. */
    public Incident numbered(long number, Request request) {
        return incidents
                .findById(number)
                .filter(incident -> mayKnow(incident, request))
                .orElseThrow(
                        () -> new Refused("There is no incident %d. `/incident list` shows them.".formatted(number)));
    }

    /** Whether it may be mentioned in answer to this. What is asked in public is answered in public. */
    public boolean mayKnow(Incident incident, Request request) {
        return !incident.restricted()
                || incident.channel().filter(request.channel()::equals).isPresent()
                || !request.inPublic() && mayKnow(incident, request.person());
    }

    /** Whether the incident of that number may be mentioned to this person alone; what belongs to none may. */
    public boolean mayKnow(Optional<Long> number, String person) {
        return number.flatMap(incidents::findById)
                .map(incident -> mayKnow(incident, person))
                .orElse(true);
    }

    /** Whether it may be mentioned to this person alone. */
    boolean mayKnow(Incident incident, String person) {
        return !incident.restricted()
                || incident.declaredBy().filter(person::equals).isPresent()
                || assignments.current(incident.number()).stream()
                        .anyMatch(held -> held.person().equals(person));
    }

    private Incident hold(long number) {
        return incidents.held(number).orElseThrow();
    }

    private Incident find(Request request) {
        var named = Optional.ofNullable(request.incident());
        if (named.isPresent()) {
            return numbered(named.get(), request);
        }
        return incidents
                .findByChannel(request.channel())
                .orElseThrow(() -> new Refused(
                        "This channel belongs to no incident. Say which one you mean, for example `/incident"
                                + " #42 show`; `/incident list` shows them."));
    }
}
