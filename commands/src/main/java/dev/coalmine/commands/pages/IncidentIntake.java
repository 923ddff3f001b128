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

    IncidentIntake(ObjectProvider<Hearing> hearings) {
        this.hearings = hearings;
    }

    @Override
    public void take(List<Alert> alerts) {
        hearings.getObject().of(alerts);
    }
}
