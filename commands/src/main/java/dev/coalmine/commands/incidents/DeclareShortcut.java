package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import org.springframework.stereotype.Component;

/** Opens the form from anywhere in Slack. */
@Component
class DeclareShortcut implements Shortcut {

    @Override
    public String id() {
        return "declare";
    }

    @Override
    public String label() {
        return "Declare an incident";
    }

    @Override
    public String does() {
        return "Opens an incident with its own channel";
    }

    @Override
    public boolean onMessages() {
        return false;
    }

    @Override
    public Reply run(Use use) {
        return new Reply.Form(DeclareForm.empty());
    }
}
