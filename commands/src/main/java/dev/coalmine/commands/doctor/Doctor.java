package dev.coalmine.commands.doctor;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import org.springframework.stereotype.Component;

/** Looks at everything Coalmine needs, and says how to mend what is not well. */
@Component
class Doctor implements Command {

    private final Examination examination;

    Doctor(Examination examination) {
        this.examination = examination;
    }

    @Override
    public String word() {
        return "doctor";
    }

    @Override
    public String usage() {
        return "doctor";
    }

    @Override
    public String does() {
        return "Checks Coalmine itself, and says how to mend what is wrong.";
    }

    @Override
    public String example() {
        return "doctor";
    }

    @Override
    public Topic topic() {
        return Topic.OPERATORS;
    }

    @Override
    public Reply run(Request request) {
        if (!request.isEmpty()) {
            throw wrongUsage("`doctor` looks at everything at once.");
        }
        return Reply.line(String.join(
                "\n", examination.findings().stream().map(Doctor::line).toList()));
    }

    private static String line(Examination.Result it) {
        return switch (it.finding()) {
            case Finding.Well(var detail) -> ":white_check_mark: *%s*: %s".formatted(Shown.capital(it.name()), detail);
            case Finding.Notice(var detail, var mend) ->
                ":warning: *%s*: %s. To mend it: %s.".formatted(Shown.capital(it.name()), detail, mend);
            case Finding.Trouble(var detail, var mend) ->
                ":x: *%s*: %s. To mend it: %s.".formatted(Shown.capital(it.name()), detail, mend);
        };
    }
}
