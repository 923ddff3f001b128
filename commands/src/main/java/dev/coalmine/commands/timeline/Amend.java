package dev.coalmine.commands.timeline;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Corrects an entry; the original stays. */
@Component
class Amend implements Command {

    private final Concerning concerning;
    private final Writing writing;

    Amend(Concerning concerning, Writing writing) {
        this.concerning = concerning;
        this.writing = writing;
    }

    @Override
    public String word() {
        return "amend";
    }

    @Override
    public String usage() {
        return "amend <entry> <text>";
    }

    @Override
    public String does() {
        return "Corrects an entry of the timeline; the original stays beside it.";
    }

    @Override
    public String example() {
        return "amend 12 It was the standby, not the primary";
    }

    @Override
    public Topic topic() {
        return Topic.RECORD;
    }

    @Override
    public Reply run(Request request) {
        if (!request.first().matches("#?\\d{1,9}") || request.rest().isEmpty()) {
            throw wrongUsage("Name the entry by its number in the timeline, then say what is right.");
        }
        var incident = concerning.change(request);
        var entry = Integer.parseInt(request.first().replace("#", ""));
        return writing.amend(incident.number(), entry, request.rest(), request.person());
    }
}
