package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives the incident a better title. */
@Component
class ChangeTitle implements Command {

    private final Concerning concerning;
    private final Incidents incidents;
    private final Clock clock;

    ChangeTitle(Concerning concerning, Incidents incidents, Clock clock) {
        this.concerning = concerning;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "title";
    }

    @Override
    public String usage() {
        return "title <text>";
    }

    @Override
    public String does() {
        return "Gives the incident another title.";
    }

    @Override
    public String example() {
        return "title Checkout is slow in Europe";
    }

    @Override
    public List<String> aliases() {
        return List.of("rename");
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty()) {
            throw wrongUsage("Say what the title should be.");
        }
        var incident = concerning.change(request);
        incident.rename(request.plain(), request.person(), clock.instant());
        incidents.save(incident);
        return Reply.line("Incident %d is now called *%s*; its channel keeps its name."
                .formatted(incident.number(), Markup.escape(incident.title())));
    }
}
