package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.storage.hypotheses.Register;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds out how things stand in an incident. */
@Component
class Situations {

    private final Ledger ledger;
    private final Register register;
    private final Assignments assignments;
    private final Timeline timeline;
    private final Clock clock;

    Situations(Ledger ledger, Register register, Assignments assignments, Timeline timeline, Clock clock) {
        this.ledger = ledger;
        this.register = register;
        this.assignments = assignments;
        this.timeline = timeline;
        this.clock = clock;
    }

    Situation of(Incident incident) {
        var number = incident.number();
        return new Situation(
                incident,
                ledger.of(number),
                assignments.commander(number),
                responders(incident).size(),
                !assignments.current(number, "falsifier").isEmpty(),
                register.leads(number),
                clock.instant());
    }

    /** Whoever came into the channel and has not left, and whoever has a role; but not who only observes. */
    private Set<String> responders(Incident incident) {
        var people = new HashSet<String>();
        incident.declaredBy().ifPresent(people::add);
        timeline.ofKind(incident.number(), "joined").forEach(it -> people.add(String.valueOf(it.person())));
        timeline.ofKind(incident.number(), "left").forEach(it -> people.remove(String.valueOf(it.person())));
        assignments.current(incident.number()).forEach(it -> {
            if (it.role().equals("observer")) {
                people.remove(it.person());
            } else {
                people.add(it.person());
            }
        });
        return people;
    }
}
