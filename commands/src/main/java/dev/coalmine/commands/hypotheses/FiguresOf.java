package dev.coalmine.commands.hypotheses;

import dev.coalmine.storage.hypotheses.Register;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.prompts.Prompts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Works the figures of an incident out. */
@Component
public class FiguresOf {

    private final Ledger ledger;
    private final Register register;
    private final Prompts prompts;
    private final Clock clock;

    FiguresOf(Ledger ledger, Register register, Prompts prompts, Clock clock) {
        this.ledger = ledger;
        this.register = register;
        this.prompts = prompts;
        this.clock = clock;
    }

    /** As they stand now, or stood when it was resolved. */
    public Figures incident(Incident incident) {
        var number = incident.number();
        var end = incident.timeOf(Moment.RESOLVED).orElseGet(clock::instant);
        return Figures.of(ledger.of(number), register.leads(number), prompts.of(number), end);
    }
}
