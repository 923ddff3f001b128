package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Said;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two nights on which a team was in love with its first explanation, told again with somebody who asks. */
class OtherExplanationsTest extends Conversation {

    /** Minutes pass as seconds. */
    private static final RunningBot BOT = RunningBot.start(
            RunningBot.h2(),
            Map.of(
                    "coalmine.prompting.gap", "1s",
                    "coalmine.prompting.look-every", "1s",
                    "coalmine.prompting.quiet-after-burst", "0s",
                    "coalmine.questions.changes-after", "1h",
                    "coalmine.questions.elsewhere-after", "1h",
                    "coalmine.questions.split-from", "9",
                    "coalmine.questions.led-for", "2s",
                    "coalmine.questions.dull-after", "3s",
                    "coalmine.questions.fresh-eyes-after", "2s"));

    OtherExplanationsTest() {
        super(BOT);
    }

    @AfterAll
    static void stop() {
        BOT.close();
    }

    @Test
    void aDriftingClockIsFoundBehindTheStoreThatWasBlamed() {
        var incident = declared("sev:1 The cluster loses its leader every hour");
        bob.joins(incident.name());
        carol.joins(incident.name());
        incident.hears(bob, "commander");
        answered(
                incident,
                "Symptoms before explanations",
                "Write them down",
                alice,
                Map.of(
                        "onset", "since Monday, about once an hour",
                        "affected", "one cluster of three",
                        "unaffected", "the two clusters of the same release"));

        incident.hears(alice, "hyp add etcd is broken, so leaders are lost wrong if a fresh etcd loses them too");
        asked(incident, "What else would look exactly like *H1*?");
        incident.hears(alice, "hyp evidence \"the log of etcd speaks of lost leaders\" for H1");
        asked(incident, "how did it work until now?");
        answered(
                incident,
                "Have the dull things been checked: clock drift",
                "Add hypothesis",
                carol,
                Map.of(
                        "statement", "The clock of one machine drifted, so leases end early",
                        "wrong_if", "all machines tell the same time"));

        incident.hears(bob, "hyp predict \"a fresh etcd on the same machines loses its leader\" H1 no H2 yes 15m");
        assertThat(incident.hears(bob, "hyp next").text()).contains("*T1* tells *H1* from *H2*");
        incident.hears(bob, "hyp test H2 @carol \"ask each machine for its time; one differs\" in 10m");
        incident.hears(carol, "hyp result H2 seen \"node-7 is 92 s ahead\"");
        incident.channel().eventuallyShows("*H2* survived a test");
        incident.hears(alice, "hyp result T1 seen \"it lost its leader within the hour\"");
        incident.channel().eventuallyShows("*H1*, which leads");
        incident.hears(alice, "hyp ruleout H1 E3 \"nothing of the old one is left, and it still happens\"");
        incident.hears(
                bob,
                "hyp accept H2 \"setting a clock is cheap\" wrong-if \"a leader is lost in the next hour\" in 60m");
        incident.hears(bob, "mitigate The clock of node-7 is set");
        incident.hears(bob, "hyp effect H2 as-predicted");
        incident.hears(bob, "resolve Every machine keeps time");
        incident.channel().eventuallyShows("Not ruled out, and so open questions for the review: H2.");

        var record = coalmine.record(incident.number(), "md");
        assertThat(record)
                .contains("## Hypotheses considered")
                .contains("H1: etcd is broken, so leaders are lost (ruled out by E3;", "proposed by alice")
                .contains("H2: The clock of one machine drifted, so leases end early (accepted for action;")
                .containsSubsequence(
                        "New: \\*H1\\* etcd is broken",
                        "Alone: H1 (0 against, 0 for).",
                        "New: \\*H2\\* The clock of one machine drifted",
                        "Leading: H1 (0 against, 1 for); then H2",
                        "\\*H1\\* is ruled out by E3",
                        "Alone: H2 (0 against, 2 for).")
                .doesNotContainIgnoringCase("root cause");
        assertThat(coalmine.record(incident.number(), "csv"))
                .contains(
                        "hypothesis,2,",
                        "evidence,2,",
                        "test,1,",
                        "figure,,,,hypotheses,,The first hypothesis led for");
        var json = Json.parse(coalmine.record(incident.number(), "json"));
        assertThat(json.path("hypotheses").path(0).path("ruledOutBy").asInt()).isEqualTo(3);
        assertThat(json.path("tests").path(0).path("predictions")).hasSize(2);
        assertThat(json.path("evidence")
                        .path(2)
                        .path("ratings")
                        .path(0)
                        .path("says")
                        .asString())
                .isEqualTo("against");
        assertThat(seal(incident)).contains("The timeline is whole");
    }

    @Test
    void whoeverComesRestedNamesTheLeakBeforeTheyAreToldOfTheNetwork() {
        var incident = declared("sev:1 Checkout times out");
        bob.joins(incident.name());
        incident.hears(bob, "commander");
        incident.hears(
                alice, "hyp symptoms onset \"21:55, slowly\" affected \"checkout on all hosts\" unaffected \"search\"");
        incident.hears(alice, "hyp add The network of the provider drops packets, so calls time out");
        incident.hears(bob, "hyp evidence \"a traceroute shows loss at one hop\" for H1");
        Eventually.passes(() -> assertThat(board(incident)).contains("1 for"));
        pause();

        carol.joins(incident.name());
        var asked = privately("carol").eventuallyShows("You come with fresh eyes");
        assertThat(asked.text()).contains("checkout on all hosts").doesNotContain("network");
        var form = carol.clicks("@coalmine", asked.ts(), "Answer");
        var told =
                carol.submits(form.viewId(), Map.of("first", "Memory of the hosts: it grows until they swap, a leak"));
        assertThat(told.json().toString())
                .contains("None of the live hypotheses says that", "The network of the provider drops packets");
        carol.types(incident.name(), "/incident hyp add The release leaks memory, so hosts swap and calls time out");

        incident.hears(
                carol,
                "hyp evidence change \"deployed at 21:40 on every host; search was not\" strongly against H1 for H2");
        incident.channel().eventuallyShows("*H1*, which leads");
        incident.hears(alice, "hyp ruleout H1 E2 \"search has the same network, and is well\"");
        incident.channel().eventuallyShows("*H1* is ruled out by E2");

        var record = coalmine.record(incident.number(), "md");
        assertThat(record)
                .containsSubsequence(
                        "Alone: H1 (0 against, 1 for).",
                        "With fresh eyes, would check first: Memory of the hosts",
                        "New: \\*H2\\* The release leaks memory",
                        "Leading: H1 (0 against, 1 for); then H2 (0 against, 0 for).",
                        "Leading: H2 (0 against, 1 for); then H1 (1 against, 1 for).",
                        "\\*H1\\* is ruled out by E2");
    }

    @Test
    void aTimerThatIsDueWhileTheBotIsAwayRingsOnce() {
        var database = RunningBot.h2();
        var before = new Story(RunningBot.start(database));
        before.listening();
        var incident = before.declared("sev:4 Away");
        incident.hears(before.alice, "hyp add The disk is full, so writes fail");
        incident.hears(before.alice, "hyp test H1 @bob \"df; 100 % if so\" in 4s");
        var coalmine = before.coalmine.restarted(database);
        try {
            var after = new Story(coalmine);
            after.listening();
            var bob = coalmine.sandbox().script().channel("@bob");
            bob.eventuallyShows("is due: df; 100 % if so");
            pause();
            assertThat(bob.messages().stream().filter(it -> it.text().contains("is due: df")))
                    .hasSize(1);
        } finally {
            coalmine.close();
        }
    }

    /** Presses a button below what was asked, and fills the form in. */
    private void answered(Declared incident, String question, String button, Actor who, Map<String, String> form) {
        var asked = asked(incident, question);
        who.submits(who.clicks(incident.name(), asked.ts(), button).viewId(), form);
    }

    /** Alarms may ring late on a busy machine, so there is patience for three. */
    private static Said asked(Declared incident, String question) {
        for (var n = 0; n < 2; n++) {
            try {
                return incident.channel().eventuallyShows(question);
            } catch (AssertionError late) {
                pause();
            }
        }
        return incident.channel().eventuallyShows(question);
    }

    private ChannelView privately(String person) {
        return coalmine.sandbox().script().channel("@" + person);
    }

    private String board(Declared incident) {
        return incident.channel()
                .message("What we think, and what would prove it wrong")
                .text();
    }

    private static void pause() {
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Story extends Conversation {

        Story(RunningBot coalmine) {
            super(coalmine);
        }
    }
}
