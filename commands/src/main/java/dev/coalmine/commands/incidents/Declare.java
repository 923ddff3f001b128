package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Declares an incident from one line, or opens the form. */
@Component
class Declare implements Command {

    private final Opening opening;

    Declare(Opening opening) {
        this.opening = opening;
    }

    @Override
    public String word() {
        return "declare";
    }

    @Override
    public String usage() {
        return "declare [sev:1] [service:checkout] [private] [near-miss|drill|security] <title>";
    }

    @Override
    public String does() {
        return "Opens an incident with its own channel; without a title, a form.";
    }

    @Override
    public String example() {
        return "declare sev:2 service:checkout Checkout is down";
    }

    @Override
    public Topic topic() {
        return Topic.ANYWHERE;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty() && request.door().opensForms()) {
            return new Reply.Form(DeclareForm.empty());
        }
        var wish = DeclareLine.read(request.plain(), this);
        if (wish.title().isBlank()) {
            throw wrongUsage("An incident needs a title.");
        }
        var incident = opening.byPerson(wish, request.person());
        return Reply.line(Opening.confirmation(incident));
    }
}
