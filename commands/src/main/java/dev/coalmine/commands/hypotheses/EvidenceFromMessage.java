package dev.coalmine.commands.hypotheses;

import static java.util.Objects.requireNonNull;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Refused;
import org.springframework.stereotype.Component;

/** Keeps this message as evidence and asks what it says of each hypothesis. */
@Component
class EvidenceFromMessage implements Shortcut {

    private final Incidents incidents;
    private final AddEvidence evidence;

    EvidenceFromMessage(Incidents incidents, AddEvidence evidence) {
        this.incidents = incidents;
        this.evidence = evidence;
    }

    @Override
    public String id() {
        return "add_as_evidence";
    }

    @Override
    public String label() {
        return "Add as evidence";
    }

    @Override
    public String does() {
        return "Keeps this message as evidence and asks what it says of each hypothesis";
    }

    @Override
    public boolean onMessages() {
        return true;
    }

    @Override
    public Reply run(Use use) {
        var message = requireNonNull(use.message());
        var incident = incidents
                .findByChannel(message.channel())
                .orElseThrow(() -> new Refused("This channel belongs to no incident, so there is no board to add to."));
        return new Reply.Form(evidence.about(incident.number(), message));
    }
}
