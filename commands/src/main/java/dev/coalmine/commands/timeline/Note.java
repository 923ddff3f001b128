package dev.coalmine.commands.timeline;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Writes a line into the record. */
@Component
class Note implements Command {

    private final Concerning concerning;
    private final Writing writing;

    Note(Concerning concerning, Writing writing) {
        this.concerning = concerning;
        this.writing = writing;
    }

    @Override
    public String word() {
        return "note";
    }

    @Override
    public String usage() {
        return "note <text> [at 10:14]";
    }

    @Override
    public String does() {
        return "Writes a line into the timeline, at the time it happened.";
    }

    @Override
    public String example() {
        return "note Errors began in Europe at 10:14";
    }

    @Override
    public Topic topic() {
        return Topic.RECORD;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty() && request.fromButton()) {
            return new Reply.Form(NoteForm.of(concerning.read(request).number()));
        }
        if (request.isEmpty()) {
            throw wrongUsage("Say what happened.");
        }
        var incident = concerning.change(request);
        return writing.note(incident.number(), request.words(), request.person());
    }
}
