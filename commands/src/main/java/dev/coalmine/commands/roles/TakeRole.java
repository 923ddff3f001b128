package dev.coalmine.commands.roles;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.rules.Markup;
import org.springframework.stereotype.Component;

/** Puts a person into a role. */
@Component
class TakeRole implements Command {

    private final Concerning concerning;
    private final Duty duty;
    private final Mentioned mentioned;
    private final RoleSettings roles;

    TakeRole(Concerning concerning, Duty duty, Mentioned mentioned, RoleSettings roles) {
        this.concerning = concerning;
        this.duty = duty;
        this.mentioned = mentioned;
        this.roles = roles;
    }

    @Override
    public String word() {
        return "role";
    }

    @Override
    public String usage() {
        return "role <role> [@who]";
    }

    @Override
    public String does() {
        return "Takes a role, or gives it to somebody.";
    }

    @Override
    public String example() {
        return "role scribe @carol";
    }

    @Override
    public Topic topic() {
        return Topic.PEOPLE;
    }

    @Override
    public Reply run(Request request) {
        var role = roles.named(request.first())
                .orElseThrow(() -> wrongUsage("The roles are %s.".formatted(roles.names())));
        var person = mentioned.in(request.rest(), request.person(), this);
        var incident = concerning.change(request);
        duty.give(incident, role, person, request.person());
        return Reply.line("%s is %s of incident %d.".formatted(Markup.person(person), role.name(), incident.number()));
    }
}
