package dev.coalmine.commands.roles;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lists who does what. */
@Component
class ShowRoles implements Command {

    private final Concerning concerning;
    private final Assignments assignments;
    private final RoleSettings roles;

    ShowRoles(Concerning concerning, Assignments assignments, RoleSettings roles) {
        this.concerning = concerning;
        this.assignments = assignments;
        this.roles = roles;
    }

    @Override
    public String word() {
        return "roles";
    }

    @Override
    public String usage() {
        return "roles";
    }

    @Override
    public String does() {
        return "Lists who does what in this incident, and which roles there are.";
    }

    @Override
    public String example() {
        return "roles";
    }

    @Override
    public Topic topic() {
        return Topic.PEOPLE;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            throw wrongUsage("`roles` lists them; `role <role> [@who]` gives one."
                    .replace("<", "&lt;")
                    .replace(">", "&gt;"));
        }
        var incident = concerning.read(request);
        var lines =
                roles.all().stream().map(role -> line(incident.number(), role)).toList();
        return Reply.line(String.join("\n", lines));
    }

    private String line(long incident, Role role) {
        var holders = assignments.current(incident, role.name()).stream()
                .map(held -> Markup.person(held.person()))
                .collect(Collectors.joining(", "));
        return "*%s*: %s".formatted(Shown.capital(role.name()), holders.isEmpty() ? "_unfilled_" : holders);
    }
}
