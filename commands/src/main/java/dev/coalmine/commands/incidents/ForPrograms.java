package dev.coalmine.commands.incidents;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.roles.Assignments;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Incidents as programs declare and read them. They hold the operator's token, so private ones too. */
@Component
@Transactional(readOnly = true)
public class ForPrograms {

    private final Opening opening;
    private final Incidents incidents;
    private final Assignments assignments;

    ForPrograms(Opening opening, Incidents incidents, Assignments assignments) {
        this.opening = opening;
        this.incidents = incidents;
        this.assignments = assignments;
    }

    /**
     * Declares one, in the caller's transaction and in the same way as the command.
     *
     * @throws dev.coalmine.storage.rules.Refused when it has no title
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Incident declare(Report report) {
        return opening.byProgram(report);
    }

    public Optional<Incident> find(long number) {
        return incidents.findById(number);
    }

    /** Open ones, worst first. */
    public List<Incident> open(int most) {
        return incidents.open(most);
    }

    /** All, the newest first. */
    public List<Incident> recent(int most) {
        return incidents.recent(Limit.of(most));
    }

    /** Slack id of who commands it. */
    public Optional<String> commander(long incident) {
        return assignments.commander(incident);
    }
}
