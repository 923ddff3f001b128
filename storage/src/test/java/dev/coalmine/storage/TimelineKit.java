package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline.Correction;
import dev.coalmine.storage.timeline.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

abstract class TimelineKit extends Kit {

    private long number;

    @BeforeEach
    void declareOne() {
        number = declared("Checkout is down");
    }

    @Test
    void anEntryComesBackAsItWasWritten() {
        var happened = Instant.parse("2026-03-01T09:41:12.123456Z");
        var written = note(new Draft(number, happened, "note", ALICE, "It is <@U0BOB> & 🔥")
                .takenFrom("C1", "1772355672.000100")
                .linkedTo("https://example.com/p1"));

        assertThat(timeline.entry(number, written.number())).contains(written);
        assertThat(written.recorded()).isEqualTo(TEN);
        assertThat(written.intact()).isTrue();
    }

    @Test
    void timesAreCutToMicrosecondsBeforeTheyAreSealed() {
        clock.set(Instant.parse("2026-03-01T10:00:00.123456789Z"));
        var written = note(new Draft(number, clock.instant(), "note", ALICE, "Nanoseconds"));

        assertThat(written.happened()).isEqualTo("2026-03-01T10:00:00.123456Z");
        assertThat(timeline.verify(number)).isEqualTo(new Verdict.Whole(2, written.seal()));
    }

    @Test
    void anEntryIsWrittenOnlyWithWhatMadeItHappen() {
        assertThatThrownBy(() -> timeline.append(draft("alone"))).isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void wordsThatNoDatabaseCanHoldAreMadeHoldable() {
        note(draft("half \ud83d and \u0000 " + "x".repeat(60_000)));

        assertThat(record(number).getLast())
                .startsWith("half \uFFFD and \uFFFD")
                .hasSize(Draft.MAX_WORDS);
        assertThat(timeline.verify(number)).isInstanceOf(Verdict.Whole.class);
    }

    @Test
    void manyWhoWriteAtOnceLeaveOneUnbrokenChainWithoutGaps() throws Exception {
        atOnce(4, () -> {
            for (var i = 0; i < 25; i++) {
                note(draft("at once"));
            }
            return true;
        });

        assertThat(timeline.verify(number)).isInstanceOf(Verdict.Whole.class);
        assertThat(timeline.latest(number, 1000))
                .extracting(Entry::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 101).boxed().toList());
    }

    @Test
    void aRecordThatGrowsWhileItIsCheckedIsStillWhole() throws Exception {
        var verdicts = atOnce(2, () -> {
            var seen = new ArrayList<Verdict>();
            for (var i = 0; i < 25; i++) {
                note(draft("meanwhile"));
                seen.add(timeline.verify(number));
            }
            return seen;
        });

        assertThat(verdicts).allSatisfy(all -> assertThat(all).hasOnlyElementsOfType(Verdict.Whole.class));
    }

    @Test
    void everyEntryIsHandedOverInOrder() {
        doInTransaction(() -> IntStream.range(0, 1001).forEach(i -> timeline.append(draft("entry " + i))));
        var read = new ArrayList<Integer>();
        var end = timeline.forEach(number, entry -> read.add(entry.number()));

        assertThat(read)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 1002).boxed().toList());
        assertThat(end).isEqualTo(timeline.end(number));
    }

    @Test
    void aCorrectionPointsToWhatItCorrects() {
        var wrong = note(draft("at 10:14").takenFrom("C1", "1.1"));
        var edit = note(draft("at 10:41").correcting(wrong.number()).takenFrom("C1", "1.1"));
        var gone = note(new Draft(number, TEN, Draft.DELETED, ALICE, "").correcting(wrong.number()));

        assertThat(timeline.corrections(number, wrong.number())).containsExactly(edit, gone);
        assertThat(timeline.corrections(number, 1, 100))
                .containsExactly(
                        new Correction(wrong.number(), edit.number(), "note"),
                        new Correction(wrong.number(), gone.number(), Draft.DELETED));
        assertThat(timeline.takenFrom("C1", "1.1")).contains(wrong);
    }

    @Test
    void anEntryThatWasChangedInTheDatabaseIsNamed() {
        addThree();
        database.sql("update timeline_entry set words = 'something kinder' where incident = ? and number = 3")
                .param(number)
                .update();

        assertThat(timeline.verify(number)).isEqualTo(new Verdict.Broken(3, "it was changed after it was written"));
    }

    @Test
    void anEntryThatWasTakenOutIsNamed() {
        addThree();
        database.sql("delete from timeline_entry where incident = ? and number = 2")
                .param(number)
                .update();

        assertThat(timeline.verify(number)).isEqualTo(new Verdict.Broken(2, "it is missing"));
    }

    @Test
    void anEndThatWasCutOffIsNamed() {
        addThree();
        database.sql("delete from timeline_entry where incident = ? and number > 2")
                .param(number)
                .update();

        assertThat(timeline.verify(number)).isEqualTo(new Verdict.Broken(3, "it is missing"));
    }

    @Test
    void aRecordThatWasNeverBegunIsEmptyAndWhole() {
        assertThat(timeline.verify(-1)).isEqualTo(new Verdict.Whole(0, "0".repeat(64)));
    }

    @Test
    void theEntriesOfOneKindAreFound() {
        addThree();

        assertThat(timeline.ofKind(number, "declared"))
                .extracting(Entry::number)
                .containsExactly(1);
        assertThat(timeline.ofKind(number, "note")).hasSize(3);
    }

    private void addThree() {
        for (var words : new String[] {"one", "two", "three"}) {
            note(draft(words));
        }
    }

    private Draft draft(String words) {
        return new Draft(number, TEN, "note", ALICE, words);
    }

    private Entry note(Draft draft) {
        return inTransaction(() -> timeline.append(draft));
    }
}
