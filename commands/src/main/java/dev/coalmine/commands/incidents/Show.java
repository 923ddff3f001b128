package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Incident;
import org.springframework.stereotype.Component;

/** Shows how any incident stands. */
@Component
class Show implements Command {

    private final Concerning concerning;
    private final IncidentCard card;

    Show(Concerning concerning, IncidentCard card) {
        this.concerning = concerning;
        this.card = card;
    }

    @Override
    public String word() {
        return "show";
    }

    @Override
    public String usage() {
        return "show <number>";
    }

    @Override
    public String does() {
        return "Shows how an incident stands.";
    }

    @Override
    public String example() {
        return "show 42";
    }

    @Override
    public Topic topic() {
        return Topic.ANYWHERE;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty()) {
            return shown(concerning.read(request));
        }
        return shown(concerning.numbered(Numbers.read(request.words(), this), request));
    }

    private Reply shown(Incident incident) {
        return Reply.blocks(Shown.line(incident), card.summary(incident));
    }
}
