package dev.coalmine.commands.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.prompts.Prompt;
import dev.coalmine.storage.prompts.Prompts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What Coalmine asks unasked, when, and when not; in simulated time. */
class QuestionsTest {

    private static final Rehearsal OFFICE = Rehearsal.start();
    private static final String ALICE = "U0ALICE000";
    private static final String BOB = "U0BOB00000";
    private static final String CAROL = "U0CAROL000";

    @AfterAll
    static void stop() {
        OFFICE.close();
    }

    @Test
    void aGraveIncidentIsAskedForItsSymptomsFirst() {
        var incident = OFFICE.declares(ALICE, "sev:1 Checkout is down");
        attended(incident);
        OFFICE.passes(Duration.ofMinutes(6));

        assertThat(questions(incident)).containsExactly("symptoms");
        assertThat(last(incident).markup()).contains("*not* affected");
        OFFICE.types(
                ALICE, incident, "hyp symptoms onset \"03:00\" affected \"all of checkout\" unaffected \"search\"");
        assertThat(prompts(incident).getFirst().answer()).isEqualTo(Prompt.Answer.ANSWERED);
    }

    @Test
    void aLesserOneIsAskedNothingForTwentyMinutesUnlessSomebodyWantsIt() {
        var lesser = OFFICE.declares(ALICE, "sev:3 A report is late");
        attended(lesser);
        OFFICE.types(ALICE, lesser, "hyp add The batch waits for a lock, so its session is idle");
        OFFICE.passes(Duration.ofMinutes(19));
        assertThat(questions(lesser)).isEmpty();
        OFFICE.passes(Duration.ofMinutes(7));
        assertThat(questions(lesser)).hasSize(1);

        var wanted = OFFICE.declares(ALICE, "sev:4 A page looks odd");
        attended(wanted);
        OFFICE.types(ALICE, wanted, "snooze off");
        OFFICE.types(ALICE, wanted, "hyp add A stylesheet is stale, so a reload mends it");
        assertThat(questions(wanted)).isNotEmpty();
    }

    @Test
    void theFirstHypothesisIsAskedWhatElseItCouldBeAndAnAnswerCounts() {
        var incident = quietOne("Search is slow");
        OFFICE.types(ALICE, incident, "hyp add The index is corrupt, so some terms fail");
        var asked = last(incident);
        assertThat(asked.markup())
                .contains("What else would look exactly like *H1*?")
                .doesNotContain(ALICE);

        assertThat(OFFICE.presses(BOB, incident, asked, "Add another")).isEqualTo("a form");
        assertThat(prompts(incident).getLast().answer()).isEqualTo(Prompt.Answer.ANSWERED);
    }

    @Test
    void whoeverCommandsIsAskedAboutTheOneThatIsAloneAndUntested() {
        var incident = quietOne("Mail is late");
        OFFICE.types(BOB, incident, "commander");
        OFFICE.types(ALICE, incident, "hyp add The queue is full, so mails wait");
        OFFICE.passes(Duration.ofMinutes(21));

        var asked = OFFICE.messages(incident).stream()
                .filter(it -> it.markup().contains("has been the only hypothesis for"))
                .toList();
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().person()).contains(BOB);
    }

    @Test
    void nothingIsAskedWhileATestRunsOnTime() {
        var incident = quietOne("Logins fail");
        OFFICE.types(ALICE, incident, "hyp add The clock of one host drifted, so its tokens are refused");
        var before = questions(incident).size();
        OFFICE.types(
                ALICE,
                incident,
                "hyp test H1 <@%s> \"ask every host for its time; one differs\" in 60m".formatted(BOB));
        OFFICE.passes(Duration.ofMinutes(59));
        assertThat(questions(incident)).hasSize(before);
    }

    @Test
    void whoeverTestsIsAskedWhenItIsDueAndLaterTheCommanderOnce() {
        var incident = quietOne("Uploads fail");
        OFFICE.types(CAROL, incident, "commander");
        OFFICE.types(ALICE, incident, "hyp add The disk is full, so writes fail");
        OFFICE.types(ALICE, incident, "hyp test H1 <@%s> \"df; 100 %% if so\" in 10m".formatted(BOB));
        OFFICE.passes(Duration.ofMinutes(9));
        assertThat(told(incident, BOB, "is due")).isZero();
        OFFICE.passes(Duration.ofMinutes(2));
        assertThat(told(incident, BOB, "is due")).isOne();
        assertThat(told(incident, CAROL, "is overdue")).isZero();
        OFFICE.passes(Duration.ofHours(3));
        assertThat(told(incident, BOB, "is due")).isOne();
        assertThat(told(incident, CAROL, "is overdue")).isOne();
    }

    @Test
    void nobodyIsInterruptedWhoIsTalking() {
        var incident = OFFICE.declares(ALICE, "sev:1 Everything is down");
        for (var n = 0; n < 60; n++) {
            OFFICE.says(n % 2 == 0 ? ALICE : BOB, incident, "message " + n);
            OFFICE.passes(Duration.ofSeconds(10));
        }
        assertThat(questions(incident)).isEmpty();
        OFFICE.passes(Duration.ofMinutes(10));
        assertThat(questions(incident)).isNotEmpty();
    }

    @Test
    void snoozedNothingIsAskedAndTheRecordSaysSo() {
        var incident = OFFICE.declares(ALICE, "sev:1 Payments are down");
        attended(incident);
        assertThat(OFFICE.types(ALICE, incident, "snooze 60")).contains("asks nothing until");
        OFFICE.types(ALICE, incident, "hyp add A certificate expired, so handshakes fail");
        OFFICE.passes(Duration.ofMinutes(59));
        assertThat(questions(incident)).isEmpty();
        assertThat(OFFICE.types(ALICE, incident, "timeline")).contains("No questions for 60 min.");
        OFFICE.types(ALICE, incident, "snooze incident");
        OFFICE.passes(Duration.ofHours(5));
        assertThat(questions(incident)).isEmpty();
    }

    @Test
    void afterMitigationNothingIsAskedAnyMore() {
        var incident = quietOne("Orders fail");
        OFFICE.types(BOB, incident, "commander");
        OFFICE.types(ALICE, incident, "hyp add A deploy broke it, so a rollback helps");
        var before = questions(incident);
        OFFICE.types(ALICE, incident, "mitigate Rolled back");
        OFFICE.passes(Duration.ofHours(2));
        assertThat(questions(incident)).isEqualTo(before);
        assertThat(OFFICE.types(BOB, incident, "hyp effect H1 as-predicted"))
                .contains("Recovery alone is weak evidence");
        assertThat(OFFICE.types(ALICE, incident, "hyp")).contains("1 for");
    }

    @Test
    void whoeverComesLaterIsAskedBeforeTheyAreBriefedOnceAndObserversAreNot() {
        var incident = quietOne("The site is slow");
        OFFICE.types(ALICE, incident, "hyp symptoms onset \"03:00\" affected \"all pages\" unaffected \"the API\"");
        OFFICE.types(ALICE, incident, "hyp add The network drops packets, so retransmits rise");
        OFFICE.joins(BOB, incident);
        assertThat(told(incident, BOB, "fresh eyes")).isZero();

        OFFICE.passes(Duration.ofMinutes(11));
        OFFICE.joins(CAROL, incident);
        OFFICE.joins(CAROL, incident);
        assertThat(told(incident, CAROL, "fresh eyes")).isOne();
        assertThat(last(incident, CAROL).markup())
                .contains("all pages", "the API")
                .doesNotContain("network");
        assertThat(OFFICE.types(CAROL, incident, "hyp fresh Memory of the hosts: a leak"))
                .contains("None of the live hypotheses says that");

        OFFICE.types("U0DAVE0000", incident, "join observer");
        OFFICE.joins("U0DAVE0000", incident);
        assertThat(told(incident, "U0DAVE0000", "fresh eyes")).isZero();
    }

    @Test
    void explainingAwayTwiceIsToldToTheCommanderInPrivate() {
        var incident = quietOne("Explained");
        OFFICE.types(CAROL, incident, "commander");
        OFFICE.types(ALICE, incident, "hyp add The network drops packets, so retransmits rise");
        OFFICE.types(ALICE, incident, "hyp evidence \"Retransmits are flat\" against H1");
        OFFICE.types(ALICE, incident, "hyp explain H1 E1 \"the counter is broken\"");
        assertThat(told(incident, CAROL, "explained away")).isZero();
        OFFICE.types(ALICE, incident, "hyp explain H1 E1 \"and nobody else has one\"");
        assertThat(told(incident, CAROL, "explained away 2 times")).isOne();
    }

    @Test
    void whatIsActedOnIsAskedAboutWhenItsTimeHasCome() {
        var incident = quietOne("Acted on");
        OFFICE.types(ALICE, incident, "hyp add The pool is too small, so calls wait");
        OFFICE.types(ALICE, incident, "hyp accept H1 \"a bigger pool is cheap\" wrong-if \"calls still wait\" in 15m");
        OFFICE.passes(Duration.ofMinutes(14));
        assertThat(said(incident, "Was this seen, which would contradict it? calls still wait"))
                .isZero();
        OFFICE.passes(Duration.ofHours(2));
        assertThat(said(incident, "Was this seen, which would contradict it? calls still wait"))
                .isOne();
        var asked = OFFICE.messages(incident).stream()
                .filter(it -> it.markup().contains("Was this seen"))
                .findFirst()
                .orElseThrow();
        OFFICE.presses(BOB, incident, asked, "It was seen");
        assertThat(OFFICE.types(ALICE, incident, "hyp H1")).contains("accepted for action", "*1 against*");
    }

    @Test
    void thePlannerIsWarnedOfAPlanThatStandsOrFallsWithOneHypothesis() {
        var incident = quietOne("Planned");
        OFFICE.types(BOB, incident, "role planner");
        OFFICE.types(ALICE, incident, "hyp add The primary is sick, so a failover helps");
        OFFICE.types(ALICE, incident, "hyp add A query hogs the primary, so it follows a failover");
        OFFICE.types(BOB, incident, "hyp plan \"fail over\" under H1");
        OFFICE.types(BOB, incident, "hyp plan \"shed load\" under H1 H2");
        assertThat(told(incident, BOB, "*R1* of incident")).isOne();
        assertThat(told(incident, BOB, "*R2* of incident")).isZero();

        OFFICE.types(ALICE, incident, "hyp evidence \"every query is quick\" against H2");
        OFFICE.types(ALICE, incident, "hyp add The disk of the primary is slow, so writes wait");
        OFFICE.types(ALICE, incident, "hyp ruleout H2 E1 \"none hogs it\"");
        assertThat(told(incident, BOB, "*R2* of incident")).isOne();
    }

    @Test
    void whatWasNotRuledOutIsAnOpenQuestionOfTheReview() {
        var incident = quietOne("Open questions");
        OFFICE.types(ALICE, incident, "hyp add The network drops packets, so retransmits rise");
        OFFICE.types(ALICE, incident, "hyp add Memory leaks, so hosts swap");
        OFFICE.types(ALICE, incident, "hyp evidence \"no swap at all\" against H2");
        OFFICE.types(ALICE, incident, "hyp ruleout H2 E1 \"nothing swaps\"");
        OFFICE.types(ALICE, incident, "resolve Restarted");
        assertThat(OFFICE.types(ALICE, incident, "timeline 50"))
                .contains("Open question: *H1* The network drops packets")
                .doesNotContain("Open question: *H2*");
        assertThat(OFFICE.types(ALICE, incident, "hyp stats"))
                .contains(
                        "The first hypothesis led for", "The first contradiction came after", "H2 was ruled out by it");
    }

    private static long quietOne(String title) {
        var incident = OFFICE.declares(ALICE, "sev:1 " + title);
        attended(incident);
        OFFICE.types(
                ALICE,
                incident,
                "hyp symptoms onset \"now\" affected \"all\" unaffected \"nothing\" changed \"nothing\"");
        return incident;
    }

    private static void attended(long incident) {
        OFFICE.says(ALICE, incident, "on it");
    }

    private static List<String> questions(long incident) {
        return prompts(incident).stream().map(Prompt::name).toList();
    }

    private static List<Prompt> prompts(long incident) {
        return OFFICE.bean(Prompts.class).of(incident);
    }

    private static Rehearsal.Message last(long incident) {
        return OFFICE.messages(incident).stream()
                .filter(it -> it.choices().containsKey("Not now"))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static Rehearsal.Message last(long incident, String person) {
        return OFFICE.messages(incident).stream()
                .filter(it -> it.person().filter(person::equals).isPresent())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static long told(long incident, String person, String words) {
        return OFFICE.messages(incident).stream()
                .filter(it -> it.person().filter(person::equals).isPresent()
                        && it.markup().contains(words))
                .count();
    }

    private static long said(long incident, String words) {
        return OFFICE.messages(incident).stream()
                .filter(it -> it.markup().contains(words))
                .count();
    }
}
