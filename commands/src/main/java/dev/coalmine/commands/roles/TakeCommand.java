package dev.coalmine.commands.roles;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes command, or gives it to somebody. */
@Component
class TakeCommand implements Command {

    private final Assignments assignments;
    private final Concerning concerning;
    private final Duty duty;
    private final Mentioned mentioned;
    private final RoleSettings roles;

    TakeCommand(Assignments assignments, Concerning concerning, Duty duty, Mentioned mentioned, RoleSettings roles) {
        this.assignments = assignments;
        this.concerning = concerning;
        this.duty = duty;
        this.mentioned = mentioned;
        this.roles = roles;
    }

    @Override
    public String word() {
        return "commander";
    }

    @Override
    public String usage() {
        return "commander [@who]";
    }

    @Override
    public String does() {
        return "Takes command, or gives it to somebody.";
    }

    @Override
    public String example() {
        return "commander @bob";
    }

    @Override
    public List<String> aliases() {
        return List.of("command", "ic");
    }

    @Override
    public Topic topic() {
        return Topic.PEOPLE;
    }

    @Override
    public Reply run(Request request) {
        var person = mentioned.in(request.words(), request.person(), this);
        var incident = concerning.change(request);
        refuseWhatSomebodyElseTook(request, incident.number());
        duty.give(incident, roles.named(RoleSettings.COMMANDER).orElseThrow(), person, request.person());
        return Reply.line(
                person.equals(request.person())
                        ? "You command incident %d now. `/incident mitigate` once users no longer hurt."
                                .formatted(incident.number())
                        : "%s commands incident %d now.".formatted(Markup.person(person), incident.number()));
    }

    /** A button was offered while nobody commanded; whoever presses it later does not mean to relieve a commander. */
    private void refuseWhatSomebodyElseTook(Request request, long incident) {
        var commander = assignments.commander(incident).filter(held -> !held.equals(request.person()));
        if (request.fromButton() && commander.isPresent()) {
            throw new Refused("%s commands incident %d already. `/incident commander` takes over."
                    .formatted(Markup.person(commander.get()), incident));
        }
    }
}
