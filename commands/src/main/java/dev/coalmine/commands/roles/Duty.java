package dev.coalmine.commands.roles;

import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts people into roles and out of them. */
@Component
class Duty {

    private final Assignments assignments;
    private final Workspace workspace;
    private final Clock clock;

    Duty(Assignments assignments, Workspace workspace, Clock clock) {
        this.assignments = assignments;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** {@code by} puts {@code person} into the role; whoever had a role for one leaves it. */
    void give(Incident incident, Role role, String person, String by) {
        if (assignments.current(incident.number(), role.name(), person).isPresent()) {
            throw new Refused("%s is %s already.".formatted(Markup.person(person), role.name()));
        }
        if (role.single()) {
            assignments.current(incident.number(), role.name()).forEach(held -> end(held, by));
        }
        assignments.save(new Assignment(incident.number(), role.name(), person, by, clock.instant()));
        welcome(incident, role, person);
    }

    /** Ends every role that the person has in the incident. */
    List<Assignment> leave(Incident incident, String person, String by) {
        var held = assignments.current(incident.number()).stream()
                .filter(a -> a.person().equals(person))
                .toList();
        held.forEach(assignment -> end(assignment, by));
        return held;
    }

    private void end(Assignment assignment, String by) {
        assignment.end(by, clock.instant());
        assignments.save(assignment);
    }

    private void welcome(Incident incident, Role role, String person) {
        workspace.meet(person);
        workspace.invite(incident.number(), List.of(person));
        workspace.tell(
                person,
                "You are *%s* of incident %d (%s). %s"
                        .formatted(role.name(), incident.number(), Markup.escape(incident.title()), role.duties()));
    }
}
