package dev.coalmine.commands.incidents;

import static java.util.Objects.requireNonNull;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import org.springframework.stereotype.Component;

/** Opens the form for a message that somebody wrote. */
@Component
class DeclareFromMessage implements Shortcut {

    @Override
    public String id() {
        return "declare_from_message";
    }

    @Override
    public String label() {
        return "Declare an incident";
    }

    @Override
    public String does() {
        return "Opens an incident about this message and keeps the link to it";
    }

    @Override
    public boolean onMessages() {
        return true;
    }

    @Override
    public Reply run(Use use) {
        return new Reply.Form(DeclareForm.about(requireNonNull(use.message())));
    }
}
