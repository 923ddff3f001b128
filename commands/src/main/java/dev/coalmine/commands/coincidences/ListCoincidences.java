package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.changes.Beginning;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lists what stood beside an incident, the usual as well as the rare. */
@Component
class ListCoincidences implements Command {

    private static final int LINES = 15;

    private final Concerning concerning;
    private final Surroundings surroundings;

    ListCoincidences(Concerning concerning, Surroundings surroundings) {
        this.concerning = concerning;
        this.surroundings = surroundings;
    }

    @Override
    public String word() {
        return "coincidences";
    }

    @Override
    public String usage() {
        return "coincidences";
    }

    @Override
    public String does() {
        return "Lists bursts of launches and changes shortly before the incident began, each with how often that"
                + " happens anyway.";
    }

    @Override
    public String example() {
        return "coincidences";
    }

    @Override
    public Topic topic() {
        return Topic.RECORD;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            throw wrongUsage("`coincidences` needs nothing else.");
        }
        var began = Beginning.of(concerning.read(request));
        var found = surroundings.of(began);
        if (found.isEmpty()) {
            return Reply.line(
                    "Nothing was launched or changed from 10 min before to 1 min after %s, as far as Coalmine heard."
                            .formatted(Shown.time(began)));
        }
        var lines = found.stream().limit(LINES).map(it -> "• " + it.line(began)).collect(Collectors.joining("\n"));
        var more = found.size() > LINES ? "\nAnd %d more usual ones.".formatted(found.size() - LINES) : "";
        return Reply.line("*From 10 min before to 1 min after %s*, the rarest first\n%s%s"
                .formatted(Shown.time(began), lines, more));
    }
}
