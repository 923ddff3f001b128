package dev.coalmine.commands.changes;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Moment;
import java.time.Instant;

/** When an incident began, as far as is known. */
public final class Beginning {

    private Beginning() {}

    /** When its impact began, if somebody said so; else when it was detected or declared, whichever was first. */
    public static Instant of(Incident incident) {
        return incident.timeOf(Moment.BEGAN).orElseGet(() -> noticed(incident));
    }

    private static Instant noticed(Incident incident) {
        var detected = incident.timeOf(Moment.DETECTED).orElse(incident.declaredAt());
        return detected.isBefore(incident.declaredAt()) ? detected : incident.declaredAt();
    }
}
