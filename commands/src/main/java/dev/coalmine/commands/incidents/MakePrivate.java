package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Explains why an incident cannot be made private later. */
@Component
class MakePrivate implements Command {

    @Override
    public String word() {
        return "private";
    }

    @Override
    public String usage() {
        return "private";
    }

    @Override
    public String does() {
        return "Says why an incident cannot be made private later, and what to do instead.";
    }

    @Override
    public String example() {
        return "private";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        return Reply.line(
                "Slack cannot turn a public channel into a private one, and what was said there has been seen. "
                        + "Declare a private incident with `/incident declare private <title>` and `decline` this one; the two cannot be merged."
                                .replace("<", "&lt;")
                                .replace(">", "&gt;"));
    }
}
