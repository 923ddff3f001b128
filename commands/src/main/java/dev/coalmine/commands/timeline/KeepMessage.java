package dev.coalmine.commands.timeline;

import static java.util.Objects.requireNonNull;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Refused;
import org.springframework.stereotype.Component;

/** Puts a message into the record from its menu. */
@Component
class KeepMessage implements Shortcut {

    private final Incidents incidents;
    private final Capture capture;

    KeepMessage(Incidents incidents, Capture capture) {
        this.incidents = incidents;
        this.capture = capture;
    }

    @Override
    public String id() {
        return "add_to_timeline";
    }

    @Override
    public String label() {
        return "Add to timeline";
    }

    @Override
    public String does() {
        return "Keeps this message, its time and its link in the incident's timeline";
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
                .orElseThrow(
                        () -> new Refused("This channel belongs to no incident, so there is no timeline to add to."));
        return capture.keep(new Heard.MessageRead(
                incident.number(),
                message.channel(),
                message.ts(),
                use.person(),
                "the shortcut",
                message.author(),
                message.text(),
                message.link()));
    }
}
