package dev.coalmine.storage.incidents;

import static dev.coalmine.storage.incidents.Moment.MITIGATED;
import static dev.coalmine.storage.incidents.Moment.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.rules.Refused;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;

class IncidentTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");
    private static final String ALICE = "U0ALICE";

    @ParameterizedTest
    @CsvSource({
        "TRIAGE, INVESTIGATING",
        "TRIAGE, RESOLVED",
        "INVESTIGATING, IDENTIFIED",
        "IDENTIFIED, MITIGATED",
        "MITIGATED, RESOLVED",
        "RESOLVED, CLOSED"
    })
    void aStepForwardNeedsNoReason(Stage before, Stage next) {
        var incident = at(before);
        incident.move(next, null, ALICE, TEN);

        assertThat(incident.stage()).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "INVESTIGATING, TRIAGE", "IDENTIFIED, INVESTIGATING", "MITIGATED, IDENTIFIED", "RESOLVED, MITIGATED",
        "RESOLVED, INVESTIGATING", "CLOSED, RESOLVED", "CLOSED, INVESTIGATING", "DECLINED, INVESTIGATING",
        "DECLINED, CLOSED", "MERGED, INVESTIGATING", "MERGED, RESOLVED", "INVESTIGATING, DECLINED"
    })
    void aStepBackOrAsideNeedsAReason(Stage before, Stage next) {
        var incident = at(before);
        refused(() -> incident.move(next, null, ALICE, TEN), "needs a reason");
        incident.move(next, "the errors came back", ALICE, TEN);

        assertThat(incident.stage()).isEqualTo(next);
        assertThat(incident.mergedInto()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void itIsNeverMovedToWhereItIs(Stage stage) {
        refused(() -> at(stage).move(stage, "again", ALICE, TEN), stage == Stage.MERGED ? "" : "It is");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRIAGE", "INVESTIGATING", "IDENTIFIED", "MITIGATED"})
    void whatIsOpenIsResolvedBeforeItIsClosed(Stage stage) {
        refused(() -> at(stage).move(Stage.CLOSED, "done", ALICE, TEN), "Resolve it before closing it");
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED", "MERGED"})
    void whatIsOverIsNotDeclined(Stage stage) {
        refused(() -> at(stage).move(Stage.DECLINED, "noise", ALICE, TEN), "only an open incident can be declined");
    }

    @Test
    void mergingIsNotJustAStage() {
        refused(() -> at(Stage.TRIAGE).move(Stage.MERGED, "same", ALICE, TEN), "`merge into 7`");
    }

    @Test
    void goingBackToWorkForgetsThatItWasOver() {
        var incident = at(Stage.RESOLVED);
        assertThat(incident.timeOf(RESOLVED)).contains(TEN);
        incident.move(Stage.INVESTIGATING, "the errors came back", ALICE, ELEVEN);

        assertThat(incident.timeOf(MITIGATED)).isEmpty();
        assertThat(incident.timeOf(RESOLVED)).isEmpty();
    }

    @Test
    void goingBackToMitigatedKeepsWhenItWasMitigated() {
        var incident = at(Stage.MITIGATED);
        incident.move(Stage.RESOLVED, null, ALICE, ELEVEN);
        incident.move(Stage.MITIGATED, "the cause is still there", ALICE, ELEVEN.plusSeconds(60));

        assertThat(incident.timeOf(MITIGATED)).contains(TEN);
        assertThat(incident.timeOf(RESOLVED)).isEmpty();
    }

    @Test
    void aTimeSetByHandIsBetterThanTheTimeOfTheCommand() {
        var incident = at(Stage.IDENTIFIED);
        incident.set(MITIGATED, TEN, ALICE, ELEVEN);
        incident.move(Stage.MITIGATED, null, ALICE, ELEVEN);

        assertThat(incident.timeOf(MITIGATED)).contains(TEN);
    }

    @Test
    void aTimeInTheFutureIsRefused() {
        refused(() -> at(Stage.TRIAGE).set(Moment.BEGAN, ELEVEN, ALICE, TEN), "in the future");
    }

    @Test
    void anIncidentEndsInAnother() {
        var one = at(Stage.INVESTIGATING);
        one.mergeInto(numbered(2, at(Stage.TRIAGE)), ALICE, TEN);

        assertThat(one.stage()).isEqualTo(Stage.MERGED);
        assertThat(one.mergedInto()).contains(2L);
    }

    @Test
    void anIncidentIsNotMergedIntoItself() {
        var one = at(Stage.TRIAGE);
        refused(() -> one.mergeInto(one, ALICE, TEN), "into itself");
    }

    @ParameterizedTest
    @EnumSource(names = {"RESOLVED", "CLOSED", "DECLINED", "MERGED"})
    void whatIsOverIsNotMerged(Stage stage) {
        refused(() -> at(stage).mergeInto(numbered(2, at(Stage.TRIAGE)), ALICE, TEN), "only an open incident");
    }

    @Test
    void nothingIsMergedIntoWhatWasMergedItself() {
        var merged = numbered(2, at(Stage.MERGED));
        refused(() -> at(Stage.TRIAGE).mergeInto(merged, ALICE, TEN), "merged itself, into 99");
    }

    @Test
    void aPrivateOneIsNotMergedIntoAnOpenOne() {
        var secret = numbered(2, declared(Kind.SECURITY, Stage.TRIAGE));

        refused(() -> secret.mergeInto(at(Stage.TRIAGE), ALICE, TEN), "tell on the private one");
        refused(() -> at(Stage.TRIAGE).mergeInto(secret, ALICE, TEN), "tell on the private one");
    }

    @Test
    void securityIsAlwaysPrivateAndNeitherItNorADrillIsAnnounced() {
        assertThat(declared(Kind.SECURITY, Stage.TRIAGE).restricted()).isTrue();
        assertThat(declared(Kind.SECURITY, Stage.TRIAGE).announced()).isFalse();
        assertThat(declared(Kind.DRILL, Stage.TRIAGE).announced()).isFalse();
        assertThat(declared(Kind.NEAR_MISS, Stage.TRIAGE).announced()).isTrue();
    }

    @Test
    void changingNothingIsRefused() {
        refused(() -> at(Stage.TRIAGE).rate(Severity.SEV_3, ALICE, TEN), "SEV-3 already");
        refused(() -> at(Stage.TRIAGE).rename("Checkout  is down ", ALICE, TEN), "already");
        refused(() -> at(Stage.TRIAGE).rename("\u202e", ALICE, TEN), "needs some text");
    }

    @Test
    void losingItsChannelTwiceIsToldOnce() {
        var incident = at(Stage.TRIAGE);
        incident.loseChannel("archived", ALICE, TEN);
        incident.loseChannel("archived", ALICE, TEN);
        assertThat(incident.channelGone()).isTrue();
        incident.loseChannel("deleted", ALICE, TEN);
        assertThat(incident.channelTrouble()).contains("deleted");

        incident.regainChannel("restored", ALICE, TEN);
        assertThatCode(() -> incident.regainChannel("restored", ALICE, TEN)).doesNotThrowAnyException();
        assertThat(incident.channelGone()).isFalse();
        assertThat(incident.channelTrouble()).isEmpty();
    }

    @Test
    void onlyAnIncidentWithoutAUsableChannelGetsAnother() {
        var incident = at(Stage.TRIAGE);
        incident.meetIn("C0CHECKOUT", TEN);
        refused(() -> incident.leaveChannel(ALICE, TEN), "It has its channel: <#C0CHECKOUT>");

        incident.loseChannel("archived", ALICE, TEN);
        incident.leaveChannel(ALICE, TEN);
        assertThat(incident.channel()).isEmpty();

        incident.meetIn("C0ANOTHER", TEN);
        assertThat(incident.channel()).contains("C0ANOTHER");
        assertThat(incident.channelGone()).isFalse();
    }

    private static void refused(ThrowingCallable work, String reason) {
        assertThatThrownBy(work).isInstanceOf(Refused.class).hasMessageContaining(reason);
    }

    private static Incident at(Stage stage) {
        var incident = numbered(1, declared(Kind.INCIDENT, Stage.TRIAGE));
        switch (stage) {
            case TRIAGE -> {}
            case INVESTIGATING, IDENTIFIED, MITIGATED, RESOLVED -> incident.move(stage, null, ALICE, TEN);
            case CLOSED -> {
                incident.move(Stage.RESOLVED, null, ALICE, TEN);
                incident.move(Stage.CLOSED, null, ALICE, TEN);
            }
            case DECLINED -> incident.move(Stage.DECLINED, "noise", ALICE, TEN);
            case MERGED -> incident.mergeInto(numbered(99, at(Stage.TRIAGE)), ALICE, TEN);
        }
        return incident;
    }

    private static Incident declared(Kind kind, Stage stage) {
        return new Incident(new Declaration(
                "Checkout is down",
                Severity.SEV_3,
                stage,
                kind,
                false,
                null,
                NoticedBy.PERSON,
                ALICE,
                null,
                null,
                TEN,
                TEN));
    }

    // The database gives the number; these incidents have never seen one.
    private static Incident numbered(long number, Incident incident) {
        ReflectionTestUtils.setField(incident, "number", number);
        return incident;
    }
}
