package dev.coalmine.commands.timeline;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Writes down what nobody expected. */
@Component
class Surprise implements Command {

    private final Concerning concerning;
    private final Writing writing;

    Surprise(Concerning concerning, Writing writing) {
        this.concerning = concerning;
        this.writing = writing;
    }

    @Override
    public String word() {
        return "surprise";
    }

    @Override
    public String usage() {
        return "surprise <text> [at 10:14]";
    }

    @Override
    public String does() {
        return "Writes down what surprised you; the review learns most from it.";
    }

    @Override
    public String example() {
        return "surprise The standby had never taken traffic";
    }

    @Override
    public Topic topic() {
        return Topic.RECORD;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty()) {
            throw wrongUsage("Say what surprised you.");
        }
        var incident = concerning.change(request);
        return writing.surprise(incident.number(), request.words(), request.person());
    }
}
