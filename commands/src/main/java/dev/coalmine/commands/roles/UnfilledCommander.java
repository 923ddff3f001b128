package dev.coalmine.commands.roles;

import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.IncidentDeclared;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.roles.Assignments;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks once more for a commander when nobody has taken command after some minutes. */
@Component
class UnfilledCommander implements Alarm {

    private final Incidents incidents;
    private final Assignments assignments;
    private final Timers timers;
    private final Workspace workspace;
    private final RoleSettings settings;

    UnfilledCommander(
            Incidents incidents, Assignments assignments, Timers timers, Workspace workspace, RoleSettings settings) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.timers = timers;
        this.workspace = workspace;
        this.settings = settings;
    }

    @EventListener
    void watch(IncidentDeclared declared) {
        timers.ring(name(), declared.incident(), settings.askForCommanderAfter());
    }

    @Override
    public String name() {
        return "unfilled-commander";
    }

    @Override
    public void ring(long number) {
        var open = incidents.findById(number).filter(i -> i.stage().open()).isPresent();
        if (open && assignments.commander(number).isEmpty()) {
            workspace.askForCommander(number, true);
        }
    }
}
