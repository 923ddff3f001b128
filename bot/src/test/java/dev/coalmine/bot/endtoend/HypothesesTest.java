package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Said;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people think is wrong stands on one board, and what would prove it wrong stands beside it. */
class HypothesesTest extends Conversation {

    @Test
    void whatSpeaksAgainstItMovesAHypothesisDownHoweverMuchSpeaksForIt() {
        var incident = together("Checkout is slow");
        incident.hears(alice, "hyp add The network drops packets, so retransmits rise wrong if they stay flat");
        incident.hears(bob, "hyp add The new release leaks memory, so hosts swap");
        incident.hears(alice, "hyp evidence \"A ping was lost\" for H1");
        incident.hears(alice, "hyp evidence \"A customer says it is the network\" for H1");
        eventuallyOnTheBoard(incident, "*H1* The network drops packets, so retransmits rise");
        eventuallyOnTheBoard(incident, "_wrong if_ they stay flat");

        incident.hears(bob, "hyp evidence \"Retransmits are flat\" strongly against H1, for H2");

        eventuallyOnTheBoard(incident, "*1 against* · 2 for");
        Eventually.passes(() -> assertThat(board(incident)).containsSubsequence("*H2*", "*H1*"));
        incident.channel().eventuallyShows("*H1*, which leads");
        eventuallyOnTheBoard(incident, "*E3* Retransmits are flat — H2 ✓ · H1 ✗✗");
        eventuallyOnTheBoard(incident, "2 items (E1, E2): none tells H2 from H1");
        assertThat(timeline(incident)).contains("Leading: H2 (0 against, 1 for); then H1 (1 against, 2 for).");
    }

    @Test
    void ruledOutNeedsEvidenceAndASentenceAndCanBeReopened() {
        var incident = together("Ruled out");
        incident.hears(alice, "hyp add The disk is full, so writes fail");

        assertThat(incident.hears(bob, "hyp ruleout H1 E1 \"no\"").text()).contains("There is no E1 here");
        incident.hears(bob, "hyp evidence \"df shows 40 % in use\" against H1");
        assertThat(incident.hears(bob, "hyp ruleout H1 E1 \"there is room on every host\"")
                        .text())
                .contains("H1 is ruled out. `/incident hyp reopen H1` brings it back");
        eventuallyOnTheBoard(incident, "ruled out by E1: there is room on every host");
        assertThat(incident.hears(bob, "hyp ruleout H1 E1 \"again\"").text()).contains("ruled out already, by E1");
        assertThat(incident.hears(bob, "hyp accept H1 \"x\" wrong-if \"y\"").text())
                .contains("H1 is ruled out");

        incident.hears(carol, "hyp reopen H1 df was asked on the wrong host");
        incident.channel().eventuallyShows("*H1* is reopened (was ruled out): df was asked on the wrong host");
    }

    @Test
    void aTestIsGivenToSomebodyAndItsResultCountsForAndAgainst() {
        var incident = together("Tested");
        incident.hears(alice, "hyp add The cache is cold, so the database is busy");
        incident.hears(alice, "hyp add A batch job hogs the database, so one query dominates");
        incident.hears(alice, "hyp predict \"one query dominates in the list of queries\" H1 no H2 surely yes 5m");
        eventuallyOnTheBoard(incident, "*Best next test* *T1* tells *H1* from *H2*");
        assertThat(incident.hears(alice, "hyp next").text()).contains("H2 would let us see it (surely)", "about 5 min");

        assertThat(incident.hears(alice, "hyp test H2 @bob T1 in 10m").text()).contains("tests H2 until");
        eventuallyOnTheBoard(incident, "under test");
        incident.hears(bob, "hyp result H2 not seen: \"a hundred small ones\"");

        incident.channel().eventuallyShows("*H2* is weakened: E1");
        eventuallyOnTheBoard(incident, "H1 ✓ · H2 ✗✗");
        assertThat(timeline(incident)).contains("*H1* survived a test");
        assertThat(incident.hears(bob, "hyp result T1 seen").text()).contains("T1 has its result already: not seen");
    }

    @Test
    void whatWasNotSeenCountsOnlyIfItWasToBeExpectedAndCouldHaveBeenSeen() {
        var incident = together("Not seen");
        incident.hears(alice, "hyp add Packets are lost, so the graph of losses rises");

        incident.hears(bob, "hyp absence \"losses in the graph\" H1 expected yes visible no");
        eventuallyOnTheBoard(incident, "*0 against* · 0 for · 0 untested · 1 not looked for, or not visible");
        incident.hears(bob, "hyp absence \"losses in tcpdump\" H1 expected yes visible yes");
        eventuallyOnTheBoard(incident, "*1 against*");
    }

    @Test
    void everythingCanBeDoneInFormsToo() {
        var incident = together("In forms");
        var added = incident.hears(alice, "hyp add");
        alice.submits(
                added.viewId(),
                Map.of("statement", "DNS answers late, so connects are slow", "wrong_if", "by IP it is slow too"));
        eventuallyOnTheBoard(incident, "_wrong if_ by IP it is slow too");

        var evidence = alice.clicks(incident.name(), boardMessage(incident).ts(), "Add evidence");
        alice.submits(evidence.viewId(), Map.of("what", "By IP it is fast", "says-1", "FOR"));
        eventuallyOnTheBoard(incident, "*0 against* · 1 for");

        var test = alice.clicks(incident.name(), boardMessage(incident).ts(), "Give a test");
        alice.submits(
                test.viewId(), Map.of("hypothesis", "1", "what", "ask the other resolver", "who", "bob", "in", "5m"));
        eventuallyOnTheBoard(incident, "Next: T1 by <@U0BOB00000>");

        var result = bob.clicks(incident.name(), boardMessage(incident).ts(), "Result");
        bob.submits(result.viewId(), Map.of("test", "1", "outcome", "SEEN", "found", "the other is fast"));
        incident.channel().eventuallyShows("*H1* survived a test");

        var accept = alice.chooses(incident.name(), boardMessage(incident).ts(), "More", "Accept for action…");
        alice.submits(
                accept.viewId(),
                Map.of("hypothesis", "1", "why", "switching costs nothing", "wrong-if", "still slow after it"));
        incident.channel().eventuallyShows("*H1* is accepted for action: switching costs nothing");
    }

    @Test
    void aMessageBecomesAHypothesisOrEvidenceWithItsAuthorTimeAndLink() {
        var incident = together("From messages");
        var idea = bob.says(incident.name(), "I bet the certificate expired, so every handshake fails");
        var form = carol.opensShortcut("add_as_hypothesis", incident.name(), idea);
        carol.submits(form.viewId(), Map.of("statement", "The certificate expired, so every handshake fails"));
        eventuallyOnTheBoard(incident, "*H1* The certificate expired");
        assertThat(incident.hears(alice, "hyp H1").text()).contains("Proposed by <@U0BOB00000>", "message");

        var seen = bob.says(incident.name(), "openssl says it is valid until May");
        var other = carol.opensShortcut("add_as_evidence", incident.name(), seen);
        carol.submits(
                other.viewId(), Map.of("what", "openssl says it is valid until May", "says-1", "STRONGLY_AGAINST"));
        incident.channel().eventuallyShows("*H1*, which leads");
        assertThat(coalmine.record(incident.number(), "json")).contains("p" + seen.replace(".", ""));
    }

    @Test
    void disagreementIsShownAndTheMostCriticalVoiceCounts() {
        var incident = together("Disagreed");
        incident.hears(alice, "hyp add The load balancer sends half to one host, so it is hot");
        incident.hears(alice, "hyp add The host is broken, so it is hot when idle");
        incident.hears(alice, "hyp evidence \"one host is hot\" for H1 for H2");
        incident.hears(bob, "hyp evidence E1 against H2");

        eventuallyOnTheBoard(incident, "H2 ✗ (⚖ <@U0ALICE000> ✓, <@U0BOB00000> ✗)");
    }

    @Test
    void afterMitigationTheBoardAsksWhetherTheSymptomStoppedWhenItWasToStop() {
        var incident = together("Mitigated");
        incident.hears(alice, "hyp add The release leaks memory, so hosts swap wrong if a restart does not help");
        incident.hears(alice, "mitigate Restarted every host");
        eventuallyOnTheBoard(incident, "Did the symptom stop when *H1* said that it would?");

        alice.clicks(incident.name(), boardMessage(incident).ts(), "Otherwise");
        Eventually.passes(() -> assertThat(board(incident)).doesNotContain("Did the symptom stop"));
        assertThat(incident.hears(alice, "hyp H1").text()).contains("stopped, but not as predicted");

        incident.hears(alice, "resolve The old release runs");
        incident.channel().eventuallyShows("Not ruled out, and so open questions for the review: H1.");
        incident.channel().eventuallyShows("evidence against and for");
    }

    @Test
    void wrongUsageIsAnsweredWithRightUsage() {
        var incident = together("Wrong usage");
        assertThat(incident.hears(alice, "hyp frobnicate").text()).contains("no word of `hyp`");
        assertThat(incident.hears(alice, "hyp test H9 \"x\"").text()).contains("There is no H9 here");
        assertThat(incident.hears(alice, "hyp effect").text()).contains("Usage: `/incident hyp effect H1");
        assertThat(incident.hears(alice, "hyp help").text()).contains("ruleout H1 E3", "absence");
        assertThat(incident.hears(alice, "hyp merge H1 into H2").text()).contains("There is no H1 here");
        assertThat(incident.hears(alice, "snooze banana").text()).contains("Usage: `/incident snooze");
        assertThat(incident.hears(alice, "hyp add something network-y").text())
                .contains("nothing could contradict H1. What would we *not* see if it were true?");
        assertThat(incident.hears(alice, "hyp add Something network-y").text()).contains("H1 says that already");
    }

    private Declared together(String title) {
        var incident = declared(title);
        bob.joins(incident.name());
        carol.joins(incident.name());
        return incident;
    }

    private Said boardMessage(Declared incident) {
        var found = new Said[1];
        Eventually.passes(() -> found[0] = incident.channel().message("What we think, and what would prove it wrong"));
        return found[0];
    }

    private String board(Declared incident) {
        return boardMessage(incident).text();
    }

    private void eventuallyOnTheBoard(Declared incident, String words) {
        Eventually.passes(() -> assertThat(board(incident)).contains(words));
    }
}
