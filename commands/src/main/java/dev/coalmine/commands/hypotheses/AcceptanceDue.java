package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.Hypotheses;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.incidents.Incidents;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks, when the time has come that was set with accepting a hypothesis, whether what would contradict it was seen. */
@Component
class AcceptanceDue implements Alarm {

    static final String NAME = "acceptance-due";

    private final Incidents incidents;
    private final Hypotheses hypotheses;
    private final Deciding deciding;
    private final Timers timers;
    private final Workspace workspace;
    private final Clock clock;

    AcceptanceDue(
            Incidents incidents,
            Hypotheses hypotheses,
            Deciding deciding,
            Timers timers,
            Workspace workspace,
            Clock clock) {
        this.incidents = incidents;
        this.hypotheses = hypotheses;
        this.deciding = deciding;
        this.timers = timers;
        this.workspace = workspace;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void ring(long number) {
        var incident = incidents.held(number).orElseThrow();
        hypotheses.of(number).stream()
                .filter(it ->
                        it.askAt().filter(at -> !at.isAfter(clock.instant())).isPresent())
                .forEach(it -> ask(it, incident.stage().open()));
        if (hypotheses.nextQuestion(number).isPresent()) {
            timers.ring(NAME, number, deciding.untilNext(number));
        }
    }

    private void ask(Hypothesis it, boolean open) {
        it.asked();
        hypotheses.save(it);
        if (open) {
            var line = "#%d hyp ".formatted(it.incident());
            var seen = it.wrongIf().orElse("");
            var quoted = Believed.quotable(seen);
            workspace.say(
                    it.incident(),
                    "You act on *%s* (%s). Was this seen, which would contradict it? %s"
                            .formatted(it.name(), Believed.brief(it.statement()), seen),
                    new Errand.Choice(
                            "It was seen", "%sevidence \"Seen: %s\" against %s".formatted(line, quoted, it.name())),
                    new Errand.Choice(
                            "It was not",
                            "%sevidence \"Looked for and not seen: %s\" for %s".formatted(line, quoted, it.name())));
        }
    }
}
