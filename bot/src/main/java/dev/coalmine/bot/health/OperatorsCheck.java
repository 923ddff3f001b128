package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.commands.outbox.Operators;
import dev.coalmine.storage.rules.Markup;
import org.springframework.stereotype.Component;

/** Whether there is somebody to tell when something is amiss. */
@Component
class OperatorsCheck implements Check {

    private final Operators operators;

    OperatorsCheck(Operators operators) {
        this.operators = operators;
    }

    @Override
    public String name() {
        return "operators";
    }

    @Override
    public Finding look() {
        if (operators.names().isEmpty()) {
            return new Finding.Notice(
                    "nobody is told in private when something cannot be delivered",
                    "name somebody in `coalmine.operators`");
        }
        var strangers = operators.strangers();
        return strangers.isEmpty()
                ? new Finding.Well(Markup.escape(String.join(", ", operators.names())))
                : new Finding.Notice(
                        "it is not known who %s is".formatted(Markup.escape(String.join(", ", strangers))),
                        "check the spelling in `coalmine.operators`; while Slack is away nobody can be looked up");
    }
}
