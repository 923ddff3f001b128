package dev.coalmine.commands.roles;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Joins the incident. */
@Component
class Join implements Command {

    private final Concerning concerning;
    private final Duty duty;
    private final RoleSettings roles;

    Join(Concerning concerning, Duty duty, RoleSettings roles) {
        this.concerning = concerning;
        this.duty = duty;
        this.roles = roles;
    }

    @Override
    public String word() {
        return "join";
    }

    @Override
    public String usage() {
        return "join [role]";
    }

    @Override
    public String does() {
        return "Joins the incident as a responder, or in the role you name.";
    }

    @Override
    public String example() {
        return "join scribe";
    }

    @Override
    public Topic topic() {
        return Topic.PEOPLE;
    }

    @Override
    public Reply run(Request request) {
        var name = request.isEmpty() ? "responder" : request.first();
        var role = roles.named(name).orElseThrow(() -> wrongUsage("The roles are %s.".formatted(roles.names())));
        var incident = concerning.change(request);
        duty.give(incident, role, request.person(), request.person());
        return Reply.line("You joined %s as %s.".formatted(Shown.name(incident), role.name()));
    }
}
