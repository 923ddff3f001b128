package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.rules.Markup;
import org.springframework.stereotype.Component;

/** Moves the incident to any stage. */
@Component
class ChangeStage implements Command {

    private final Steps steps;

    ChangeStage(Steps steps) {
        this.steps = steps;
    }

    @Override
    public String word() {
        return "stage";
    }

    @Override
    public String usage() {
        return "stage <triage|investigating|identified|mitigated|resolved|closed|declined> [line]";
    }

    @Override
    public String does() {
        return "Moves the incident to another stage; back is allowed, with a reason.";
    }

    @Override
    public String example() {
        return "stage identified The certificate expired";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        var stage = Stage.read(request.first())
                .orElseThrow(() -> wrongUsage(
                        request.isEmpty()
                                ? "Say which stage it has reached."
                                : "“%s” is no stage.".formatted(Markup.clip(request.first(), 50))));
        return steps.to(stage, request.afterFirst());
    }
}
