package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.AllEvidence;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypotheses;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTests;
import dev.coalmine.storage.hypotheses.Lead;
import dev.coalmine.storage.hypotheses.Register;
import dev.coalmine.storage.hypotheses.State;
import dev.coalmine.storage.hypotheses.Thought;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The register of each incident: found, and settled after every change, so that record, channel and board agree. */
@Component
public class Ledger {

    /** The kind of entry that says what became of a hypothesis. */
    static final String KIND = "hypothesis";

    private static final int MOST_NAMED = 20;

    private final Hypotheses hypotheses;
    private final AllEvidence evidence;
    private final HypothesisTests tests;
    private final Register register;
    private final Workspace workspace;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Ledger(
            Hypotheses hypotheses,
            AllEvidence evidence,
            HypothesisTests tests,
            Register register,
            Workspace workspace,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hypotheses = hypotheses;
        this.evidence = evidence;
        this.tests = tests;
        this.register = register;
        this.workspace = workspace;
        this.events = events;
        this.clock = clock;
    }

    public Inquiry of(long incident) {
        return new Inquiry(
                hypotheses.of(incident),
                evidence.of(incident),
                tests.of(incident),
                register.symptoms(incident),
                register.plans(incident));
    }

    Hypothesis hypothesis(long incident, int number) {
        return hypotheses
                .numbered(incident, number)
                .orElseThrow(() -> new Refused("There is no H%d here. %s".formatted(number, known(incident))));
    }

    Evidence evidence(long incident, int number) {
        return evidence.numbered(incident, number)
                .orElseThrow(() -> new Refused("There is no E%d here; `/incident hyp` shows all.".formatted(number)));
    }

    HypothesisTest test(long incident, int number) {
        return tests.numbered(incident, number)
                .orElseThrow(() -> new Refused("There is no T%d here; `/incident hyp` shows all.".formatted(number)));
    }

    private String known(long incident) {
        var names = hypotheses.of(incident).stream()
                .limit(MOST_NAMED)
                .map(Hypothesis::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "`/incident hyp add &lt;statement&gt;` makes one." : "There are: %s.".formatted(names);
    }

    /** Puts something new on record, with what is believed now; {@code told} to the channel as well. */
    void say(long incident, String kind, @Nullable String person, String what, boolean told) {
        say(incident, kind, person, what, told, null);
    }

    void say(long incident, String kind, @Nullable String person, String what, boolean told, @Nullable String link) {
        events.publishEvent(
                new Thought(incident, clock.instant(), kind, person, what, Believed.now(of(incident)), told, link));
    }

    /** The same, where nothing new speaks against any. */
    Inquiry settle(long incident, @Nullable String person, String cause) {
        return settle(incident, person, cause, List.of());
    }

    /**
     * Draws the consequences of a change: what is weakened or has survived now is said, whoever leads is remembered, and
     * the board is drawn again.
     *
     * @param person whose change it was
     * @param cause what it was, in a few words
     * @param contradicted the numbers of those that it speaks against
     */
    Inquiry settle(long incident, @Nullable String person, String cause, List<Integer> contradicted) {
        var led = register.leads(incident).stream()
                .reduce((_, later) -> later)
                .map(Lead::hypothesis)
                .orElse(null);
        var before = of(incident);
        var changed = before.hypotheses().stream().filter(moves(before)).toList();
        hypotheses.saveAll(changed);
        var now = of(incident);
        register.leads(incident, now.leading().map(Hypothesis::number).orElse(null), clock.instant());
        changed.forEach(it -> tell(it, person, cause, !Objects.equals(it.number(), led)));
        contradicted.stream()
                .filter(it -> Objects.equals(it, led))
                .flatMap(it -> now.hypothesis(it).stream())
                .filter(Hypothesis::live)
                .forEach(it -> contradiction(it, cause));
        workspace.drawBoard(incident);
        return now;
    }

    private static Predicate<Hypothesis> moves(Inquiry inquiry) {
        return it -> it.stands(inquiry.standing(it));
    }

    private void tell(Hypothesis it, @Nullable String person, String cause, boolean told) {
        if (it.state() == State.WEAKENED) {
            say(it.incident(), KIND, person, "*%s* is weakened: %s".formatted(it.name(), cause), told);
        } else if (it.state() == State.SURVIVED) {
            say(it.incident(), KIND, person, "*%s* survived a test: %s".formatted(it.name(), cause), true);
        }
    }

    /** Whatever contradicts the leading one comes with what can be done about it. */
    private void contradiction(Hypothesis it, String cause) {
        workspace.say(
                it.incident(),
                "*%s*, which leads (%s), is contradicted: %s"
                        .formatted(it.name(), Believed.brief(it.statement()), cause),
                choices(it).toArray(Errand.Choice[]::new));
    }

    static List<Errand.Choice> choices(Hypothesis it) {
        var line = "#%d hyp ".formatted(it.incident());
        return List.of(
                new Errand.Choice("Revise", "%ssupersede %s".formatted(line, it.name())),
                new Errand.Choice("Explain", "%sexplain %s".formatted(line, it.name())),
                new Errand.Choice("Rule out", "%sruleout %s".formatted(line, it.name())));
    }
}
