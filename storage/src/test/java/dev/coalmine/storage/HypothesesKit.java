package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.hypotheses.AllEvidence;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Expects;
import dev.coalmine.storage.hypotheses.Hypotheses;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTests;
import dev.coalmine.storage.hypotheses.Lead;
import dev.coalmine.storage.hypotheses.Plan;
import dev.coalmine.storage.hypotheses.Register;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.hypotheses.State;
import dev.coalmine.storage.hypotheses.Symptoms;
import dev.coalmine.storage.rules.Refused;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class HypothesesKit extends Kit {

    @Autowired
    Hypotheses hypotheses;

    @Autowired
    AllEvidence evidence;

    @Autowired
    HypothesisTests tests;

    @Autowired
    Register register;

    @Test
    void whatIsDecidedOfAHypothesisIsKept() {
        var incident = declared("Checkout is down");
        doInTransaction(() -> {
            var it = hypotheses.save(hypothesis(incident, 1));
            it.ruleOut(3, "it cannot be", ALICE, TEN);
            hypotheses.save(it);
        });
        var kept = hypotheses.numbered(incident, 1).orElseThrow();
        assertThat(kept.state()).isEqualTo(State.RULED_OUT);
        assertThat(kept.ruledOutBy()).contains(3);
        assertThat(kept.reason()).contains("it cannot be");
        assertThat(kept.decidedBy()).contains(ALICE);
        assertThat(hypotheses.nextNumber(incident)).isEqualTo(2);
        assertThatThrownBy(() -> kept.park(null, BOB, TEN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("ruled out");
        assertThatThrownBy(() -> kept.accept("x", "y", TEN, BOB, TEN)).isInstanceOf(Refused.class);
        kept.reopen("wrong host", BOB, TEN);
        assertThat(kept.state()).isEqualTo(State.PROPOSED);
        assertThatThrownBy(() -> kept.reopen(null, BOB, TEN)).isInstanceOf(Refused.class);
    }

    @Test
    void whatIsActedOnStaysSoWhateverComesInAndAsksAgain() {
        var incident = declared("Checkout is down");
        doInTransaction(() -> {
            var it = hypotheses.save(hypothesis(incident, 1));
            it.accept("cheap", "still slow", TEN.plusSeconds(900), ALICE, TEN);
            assertThat(it.stands(State.WEAKENED)).isFalse();
            hypotheses.save(it);
        });
        assertThat(hypotheses.nextQuestion(incident)).contains(TEN.plusSeconds(900));
        assertThat(hypotheses.numbered(incident, 1).orElseThrow().state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void theMostCriticalVoiceCountsAndALaterWordOfTheSamePersonReplacesTheirs() {
        var incident = declared("Checkout is down");
        doInTransaction(() -> {
            var piece = piece(incident, 1);
            piece.rate(1, Says.FOR, ALICE, TEN);
            piece.rate(1, Says.NOT_APPLICABLE, BOB, TEN);
            piece.rate(2, Says.AGAINST, ALICE, TEN);
            piece.rate(2, Says.FOR, ALICE, TEN.plusSeconds(1));
            evidence.save(piece);
        });
        var kept = evidence.of(incident).getFirst();
        assertThat(kept.saysOf(1)).contains(Says.FOR);
        assertThat(kept.disputed(1)).isTrue();
        assertThat(kept.saysOf(2)).contains(Says.FOR);
        assertThat(kept.saysOf(3)).isEmpty();
        assertThat(evidence.nextNumber(incident)).isEqualTo(2);
    }

    @Test
    void aTestIsAskedForTwiceAtMostAndHasOneResult() {
        var incident = declared("Checkout is down");
        doInTransaction(() -> {
            var test = new HypothesisTest(incident, 1, "look", HypothesisTest.Risk.READ_ONLY, 5, TEN);
            test.predict(1, Expects.SURELY);
            test.predict(1, Expects.NO);
            test.give(1, BOB, ALICE, TEN.plusSeconds(600), TEN);
            tests.save(test);
        });
        assertThat(tests.nextQuestion(incident)).contains(TEN.plusSeconds(600));
        var kept = tests.of(incident).getFirst();
        assertThat(kept.predictionOf(1)).contains(Expects.NO);
        kept.ask(Duration.ofMinutes(5), TEN.plusSeconds(600));
        assertThat(kept.askAt()).contains(TEN.plusSeconds(900));
        kept.ask(Duration.ofMinutes(5), TEN.plusSeconds(900));
        assertThat(kept.askAt()).isEmpty();
        kept.finish(HypothesisTest.Outcome.SEEN, "there", BOB, TEN);
        assertThatThrownBy(() -> kept.finish(HypothesisTest.Outcome.UNCLEAR, "", BOB, TEN))
                .isInstanceOf(Refused.class);
    }

    @Test
    void symptomsPlansAndWhoLedAreKept() {
        var incident = declared("Checkout is down");
        doInTransaction(() -> {
            register.keep(incident, new Symptoms("at nine", null, null, null));
            register.keep(incident, register.symptoms(incident).with(new Symptoms(null, "all", "search", null)));
            register.add(new Plan(incident, 1, "fail over", ALICE, TEN, List.of(1, 2)));
            register.leads(incident, null, TEN);
            register.leads(incident, 1, TEN);
            register.leads(incident, 1, TEN.plusSeconds(1));
            register.leads(incident, 2, TEN.plusSeconds(2));
            register.leads(incident, null, TEN.plusSeconds(3));
        });
        assertThat(register.symptoms(incident)).isEqualTo(new Symptoms("at nine", "all", "search", null));
        assertThat(register.plans(incident).getFirst().soundUnder()).containsExactly(1, 2);
        assertThat(register.leads(incident))
                .containsExactly(new Lead(TEN, 1), new Lead(TEN.plusSeconds(2), 2), new Lead(TEN.plusSeconds(3), null));
    }

    private static Hypothesis hypothesis(long incident, int number) {
        return new Hypothesis(incident, number, "it is the network", null, ALICE, null, TEN, TEN);
    }

    private static Evidence piece(long incident, int number) {
        return new Evidence(
                incident, number, Evidence.Kind.OBSERVATION, "losses", "https://x.example", BOB, ALICE, TEN, TEN);
    }
}
