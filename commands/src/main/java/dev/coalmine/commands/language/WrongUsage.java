package dev.coalmine.commands.language;

import dev.coalmine.storage.rules.Markup;

/** A command was used in a way it does not understand; carries the command so that its right usage can be shown. */
public final class WrongUsage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Command command;

    WrongUsage(String what, Command command) {
        super(what, null, false, false);
        this.command = command;
    }

    /** What was wrong, and how it is done. */
    public String reason() {
        return "%s\nUsage: `/incident %s`, for example `/incident %s`."
                .formatted(getMessage(), Markup.escape(command.usage()), command.example());
    }
}
