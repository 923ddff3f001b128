package dev.coalmine.commands.prompts;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.prompts.Prompt;
import dev.coalmine.storage.prompts.Prompts;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the buttons below a question say: which question, and what is to be done about it. */
@Component
class AnswerPrompt implements Command {

    private final Concerning concerning;
    private final Prompts prompts;
    private final List<Command> commands;
    private final Clock clock;

    AnswerPrompt(Concerning concerning, Prompts prompts, @Lazy List<Command> commands, Clock clock) {
        this.concerning = concerning;
        this.prompts = prompts;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "answer";
    }

    @Override
    public String usage() {
        return "answer <question> [what to do]";
    }

    @Override
    public String does() {
        return "Answers a question that Coalmine asked; the buttons below it say so by themselves.";
    }

    @Override
    public String example() {
        return "answer 7 hyp add";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        if (!request.first().matches("\\d{1,18}")) {
            throw wrongUsage("Press a button below the question; they know its number.");
        }
        var incident = concerning.change(request);
        var declined = request.rest().isEmpty();
        var known = prompts.answer(
                incident.number(),
                Long.parseLong(request.first()),
                declined ? Prompt.Answer.DECLINED : Prompt.Answer.ANSWERED,
                request.person(),
                clock.instant());
        if (known.isEmpty()) {
            throw new Refused("There was no such question in incident %d.".formatted(incident.number()));
        }
        return declined
                ? Reply.line("Fine. `/incident snooze 60` keeps all questions away for an hour.")
                : follow(request.afterFirst());
    }

    private Reply follow(Request request) {
        var word = request.first().toLowerCase(Locale.ROOT);
        return commands.stream()
                .filter(it ->
                        it != this && (it.word().equals(word) || it.aliases().contains(word)))
                .findFirst()
                .orElseThrow(() -> wrongUsage("“%s” is no command.".formatted(word)))
                .run(request.afterFirst());
    }
}
