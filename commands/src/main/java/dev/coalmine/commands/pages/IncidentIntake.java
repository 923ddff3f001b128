package dev.coalmine.commands.pages;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes alerts into the record. What comes late, twice or out of order leaves the same behind as what comes once and in
 * order; so it makes no difference into which part of the alert log it was written.
 */
@Component
class IncidentIntake implements Intake {

    private final ObjectProvider<Hearing> hearings;
    private final List<Diversion> diversions;

    IncidentIntake(ObjectProvider<Hearing> hearings, List<Diversion> diversions) {
        this.hearings = hearings;
        this.diversions = diversions;
    }

    @Override
    public void take(List<Alert> alerts) {
        var problems = alerts;
        for (var diversion : diversions) {
            problems = diversion.divert(problems);
        }
        hearings.getObject().of(problems);
    }
}
