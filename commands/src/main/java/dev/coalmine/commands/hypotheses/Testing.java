package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Expects;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTest.Outcome;
import dev.coalmine.storage.hypotheses.HypothesisTest.Risk;
import dev.coalmine.storage.hypotheses.HypothesisTests;
import dev.coalmine.storage.hypotheses.Prediction;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has hypotheses tested: by whom, until when, and with what result. */
@Component
class Testing {

    private final HypothesisTests tests;
    private final Ledger ledger;
    private final Weighing weighing;
    private final Timers timers;
    private final Workspace workspace;
    private final Clock clock;

    Testing(HypothesisTests tests, Ledger ledger, Weighing weighing, Timers timers, Workspace workspace, Clock clock) {
        this.tests = tests;
        this.ledger = ledger;
        this.weighing = weighing;
        this.timers = timers;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Something that could be tried. */
    HypothesisTest think(long incident, String words, Risk risk, @Nullable Integer minutes) {
        return tests.save(
                new HypothesisTest(incident, tests.nextNumber(incident), words, risk, minutes, clock.instant()));
    }

    /** What hypotheses would have it show. */
    void predict(long incident, HypothesisTest test, Map<Integer, Expects> expects, String person) {
        expects.forEach((hypothesis, what) -> {
            ledger.hypothesis(incident, hypothesis);
            test.predict(hypothesis, what);
        });
        tests.save(test);
        var words = new StringBuilder("*%s* %s".formatted(test.name(), test.words()));
        test.predictions()
                .forEach(it -> words.append(
                        " — H%d: %s".formatted(it.hypothesis(), it.expects().label())));
        ledger.say(incident, "test", person, words.toString(), false);
        ledger.settle(incident, person, "");
    }

    /** Gives a test of a hypothesis to somebody; what it would show, unless that is known, is that it is so. */
    void give(Incident incident, HypothesisTest test, int hypothesis, String owner, Duration in, String by) {
        var number = incident.number();
        var tested = ledger.hypothesis(number, hypothesis);
        if (!tested.live()) {
            throw new Refused("%s is %s; there is nothing to test. `hyp reopen %s` brings it back."
                    .formatted(tested.name(), tested.state().label(), tested.name()));
        }
        if (test.predictionOf(hypothesis).isEmpty()) {
            test.predict(hypothesis, Expects.YES);
        }
        var due = clock.instant().plus(in);
        test.give(hypothesis, owner, by, due, clock.instant());
        tests.save(test);
        timers.ring(TestDue.NAME, number, untilNext(number));
        workspace.meet(owner);
        workspace.invite(number, List.of(owner));
        ledger.say(
                number,
                "test",
                by,
                "*%s* for %s goes to %s, due in %s: %s"
                        .formatted(test.name(), tested.name(), Markup.person(owner), Spans.words(in), test.words()),
                false);
        ledger.settle(number, by, "");
        if (!owner.equals(by)) {
            workspace.tell(
                    owner,
                    "%s asks you to test *%s* of incident %d until %s: %s"
                            .formatted(Markup.person(by), tested.name(), number, Shown.time(due), test.words()),
                    result(number, test));
        }
    }

    static Errand.Choice result(long incident, HypothesisTest test) {
        return new Errand.Choice("Give the result", "#%d hyp result %s".formatted(incident, test.name()));
    }

    Duration untilNext(long incident) {
        return tests.nextQuestion(incident)
                .map(it -> Duration.between(clock.instant(), it))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    /** It has a result, which is evidence for or against whatever predicted something. */
    Evidence finish(Incident incident, HypothesisTest test, Outcome outcome, String found, String person) {
        test.finish(outcome, found, person, clock.instant());
        tests.save(test);
        var says = new LinkedHashMap<Integer, Says>();
        test.predictions().forEach(it -> says.put(it.hypothesis(), meaning(it, outcome)));
        var words = "%s: %s. %s".formatted(test.words(), outcome.label(), found).strip();
        return weighing.record(
                incident.number(),
                new Weighing.Observed(Evidence.Kind.TEST_RESULT, words, null, person, null, says),
                person);
    }

    private static Says meaning(Prediction it, Outcome outcome) {
        if (outcome == Outcome.UNCLEAR) {
            return Says.NEUTRAL;
        }
        if (it.expects().seen() == (outcome == Outcome.SEEN)) {
            return Says.FOR;
        }
        return it.expects().sure() ? Says.STRONGLY_AGAINST : Says.AGAINST;
    }
}
