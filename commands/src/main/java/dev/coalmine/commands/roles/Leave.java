package dev.coalmine.commands.roles;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.rules.Refused;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Leaves the incident. */
@Component
class Leave implements Command {

    private final Concerning concerning;
    private final Duty duty;

    Leave(Concerning concerning, Duty duty) {
        this.concerning = concerning;
        this.duty = duty;
    }

    @Override
    public String word() {
        return "leave";
    }

    @Override
    public String usage() {
        return "leave";
    }

    @Override
    public String does() {
        return "Gives up your roles in this incident.";
    }

    @Override
    public String example() {
        return "leave";
    }

    @Override
    public Topic topic() {
        return Topic.PEOPLE;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            throw wrongUsage("You can only leave yourself.");
        }
        var incident = concerning.change(request);
        var left = duty.leave(incident, request.person(), request.person());
        if (left.isEmpty()) {
            throw new Refused("You have no role in incident %d.".formatted(incident.number()));
        }
        return Reply.line("You left incident %d as %s."
                .formatted(
                        incident.number(), left.stream().map(Assignment::role).collect(Collectors.joining(", "))));
    }
}
