package dev.coalmine.commands.hypotheses;

import static java.util.Objects.requireNonNull;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Refused;
import org.springframework.stereotype.Component;

/** Puts what this message says on the board, with its author, time and link. */
@Component
class HypothesisFromMessage implements Shortcut {

    private final Incidents incidents;
    private final MessageIdea idea;

    HypothesisFromMessage(Incidents incidents, MessageIdea idea) {
        this.incidents = incidents;
        this.idea = idea;
    }

    @Override
    public String id() {
        return "add_as_hypothesis";
    }

    @Override
    public String label() {
        return "Add as hypothesis";
    }

    @Override
    public String does() {
        return "Puts what this message says on the board, with its author, time and link";
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
        return new Reply.Form(idea.about(incident.number(), message));
    }
}
