package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Says how it stands with the incident's channel, and makes one when there is none that can be used. */
@Component
class ShowChannel implements Command {

    private final Concerning concerning;
    private final Incidents incidents;
    private final Workspace workspace;
    private final Clock clock;

    ShowChannel(Concerning concerning, Incidents incidents, Workspace workspace, Clock clock) {
        this.concerning = concerning;
        this.incidents = incidents;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "channel";
    }

    @Override
    public String usage() {
        return "channel [new]";
    }

    @Override
    public String does() {
        return "Says how it stands with the incident's channel; `new` makes one when it was lost or could not be made.";
    }

    @Override
    public String example() {
        return "channel";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty()) {
            return Reply.line(state(concerning.read(request)));
        }
        if (!request.words().equals("new")) {
            throw wrongUsage("After `channel` comes nothing, or `new`.");
        }
        return make(concerning.change(request), request.person());
    }

    private Reply make(Incident incident, String person) {
        incident.leaveChannel(person, clock.instant());
        incidents.save(incident);
        workspace.makeChannel(incident.number());
        return Reply.line(
                "A channel for incident %d is being made. If Slack refuses again, its commander or whoever declared it is told."
                        .formatted(incident.number()));
    }

    private static String state(Incident incident) {
        if (incident.channelTrouble().isPresent()) {
            return incident.channelTrouble().get() + advice(incident);
        }
        return incident.channel()
                .map(id -> "The channel of incident %d is <#%s>.".formatted(incident.number(), id))
                .orElse("The channel of incident %d is being made; while Slack is away that waits for it."
                        .formatted(incident.number()));
    }

    private static String advice(Incident incident) {
        var again = "`/incident #%d channel new`".formatted(incident.number());
        return incident.channel().isPresent()
                ? " Restore it in Slack and the incident goes on there; or %s gives it another.".formatted(again)
                : " %s tries once more.".formatted(again);
    }
}
