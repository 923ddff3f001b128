package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.roles.Assignments;
import java.util.List;
import java.util.Locale;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Lists incidents. */
@Component
class ListIncidents implements Command {

    private final Incidents incidents;
    private final Assignments assignments;
    private final Concerning concerning;

    ListIncidents(Incidents incidents, Assignments assignments, Concerning concerning) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.concerning = concerning;
    }

    @Override
    public String word() {
        return "list";
    }

    @Override
    public String usage() {
        return "list [open|mine|recent]";
    }

    @Override
    public String does() {
        return "Lists open incidents, those you have a role in, or the latest.";
    }

    @Override
    public String example() {
        return "list open";
    }

    @Override
    public List<String> aliases() {
        return List.of("ls");
    }

    @Override
    public Topic topic() {
        return Topic.ANYWHERE;
    }

    @Override
    public Reply run(Request request) {
        var found =
                switch (request.first().toLowerCase(Locale.ROOT)) {
                    case "", "open" -> incidents.open(MOST);
                    case "mine" -> assignments.incidentsOf(request.person(), Stage.stillOpen());
                    case "recent", "all" -> incidents.recent(Limit.of(MOST));
                    default -> throw wrongUsage("There are three lists.");
                };
        var lines = found.stream()
                .filter(incident -> concerning.mayKnow(incident, request))
                .map(Shown::line)
                .toList();
        return lines.isEmpty()
                ? Reply.line("None. `/incident list recent` shows what has been.")
                : Reply.line(String.join("\n", lines));
    }

    // What fits into a message that is read at a glance.
    private static final int MOST = 25;
}
