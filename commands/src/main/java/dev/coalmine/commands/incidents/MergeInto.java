package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incidents;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Ends the incident as a part of another. */
@Component
class MergeInto implements Command {

    private final Concerning concerning;
    private final Incidents incidents;
    private final Workspace workspace;
    private final Clock clock;

    MergeInto(Concerning concerning, Incidents incidents, Workspace workspace, Clock clock) {
        this.concerning = concerning;
        this.incidents = incidents;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "merge";
    }

    @Override
    public String usage() {
        return "merge into <number>";
    }

    @Override
    public String does() {
        return "Ends this incident as a part of another; both are linked.";
    }

    @Override
    public String example() {
        return "merge into 7";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        var other = concerning.numbered(Numbers.read(request.words().replaceFirst("(?i)^into\\s+", ""), this), request);
        var incident = concerning.change(request);
        var target = incidents.held(other.number()).orElseThrow();
        incident.mergeInto(target, request.person(), clock.instant());
        incidents.save(incident);
        incidents.save(target);
        workspace.say(incident.number(), "This incident goes on in %s.".formatted(Shown.name(target)));
        return Reply.line("Merged incident %d into incident %d; go on in %s."
                .formatted(incident.number(), target.number(), Shown.name(target)));
    }
}
