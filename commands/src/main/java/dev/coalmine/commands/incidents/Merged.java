package dev.coalmine.commands.incidents;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import org.springframework.stereotype.Component;

/** Where an incident goes on that was merged into another. */
@Component
public class Merged {

    private final Incidents incidents;

    Merged(Incidents incidents) {
        this.incidents = incidents;
    }

    /** The incident itself, or the last that it was merged into; held until the transaction ends. */
    public Incident last(Incident incident) {
        return incident.mergedInto().flatMap(incidents::held).map(this::last).orElse(incident);
    }
}
