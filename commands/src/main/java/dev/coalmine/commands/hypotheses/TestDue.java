package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTests;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Asks for the result of a test when its time has come: whoever does it, and some minutes later the commander, once. */
@Component
class TestDue implements Alarm {

    static final String NAME = "test-due";

    private final Incidents incidents;
    private final HypothesisTests tests;
    private final Assignments assignments;
    private final Testing testing;
    private final Timers timers;
    private final Workspace workspace;
    private final HypothesisSettings settings;
    private final Clock clock;

    TestDue(
            Incidents incidents,
            HypothesisTests tests,
            Assignments assignments,
            Testing testing,
            Timers timers,
            Workspace workspace,
            HypothesisSettings settings,
            Clock clock) {
        this.incidents = incidents;
        this.tests = tests;
        this.assignments = assignments;
        this.testing = testing;
        this.timers = timers;
        this.workspace = workspace;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void ring(long number) {
        var incident = incidents.held(number).orElseThrow();
        var open = incident.stage().open();
        tests.of(number).stream()
                .filter(it ->
                        it.askAt().filter(at -> !at.isAfter(clock.instant())).isPresent())
                .forEach(it -> due(incident, it, open));
        if (tests.nextQuestion(number).isPresent()) {
            timers.ring(NAME, number, testing.untilNext(number));
        }
        workspace.drawBoard(number);
    }

    private void due(Incident incident, HypothesisTest test, boolean open) {
        if (!open) {
            test.stopAsking();
        } else if (test.asked() == 0) {
            askOwner(incident, test);
        } else {
            askCommander(incident, test);
        }
        tests.save(test);
    }

    private void askOwner(Incident incident, HypothesisTest test) {
        workspace.tell(
                test.owner().orElseThrow(),
                "*%s* of incident %d is due: %s — what did you see?"
                        .formatted(test.name(), incident.number(), test.words()),
                Testing.result(incident.number(), test));
        test.ask(settings.askCommanderAfter(), clock.instant());
    }

    /** Who tests it was asked already; a commander who tests it themselves as well. */
    private void askCommander(Incident incident, HypothesisTest test) {
        var owner = test.owner().orElseThrow();
        assignments
                .commander(incident.number())
                .filter(it -> !it.equals(owner))
                .ifPresent(it -> workspace.tell(
                        it,
                        "*%s* of incident %d is overdue; %s was asked: %s — what is to become of it?"
                                .formatted(test.name(), incident.number(), Markup.person(owner), test.words()),
                        Testing.result(incident.number(), test)));
        test.ask(settings.askCommanderAfter(), clock.instant());
    }
}
