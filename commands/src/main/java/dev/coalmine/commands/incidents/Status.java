package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Says in one line how the incident of this channel stands. */
@Component
class Status implements Command {

    private final Concerning concerning;
    private final IncidentCard card;

    Status(Concerning concerning, IncidentCard card) {
        this.concerning = concerning;
        this.card = card;
    }

    @Override
    public String word() {
        return "status";
    }

    @Override
    public String usage() {
        return "status";
    }

    @Override
    public String does() {
        return "Says how this incident stands, to you alone.";
    }

    @Override
    public String example() {
        return "status";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            throw wrongUsage(
                    "`status` only tells how it stands; to write something down use `note`, to move on use `stage`.");
        }
        var incident = concerning.read(request);
        return Reply.blocks(Shown.line(incident), card.summary(incident));
    }
}
