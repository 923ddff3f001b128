package dev.coalmine.storage.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class ChainCheckTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00.5Z");

    @Property
    void aRecordAsItWasWrittenIsWhole(@ForAll("records") List<Entry> record) {
        assertThat(check(record, end(record)))
                .isEqualTo(new Verdict.Whole(record.size(), end(record).seal()));
    }

    @Property
    void anyChangeOfAnyFieldIsFound(
            @ForAll("records") List<Entry> record, @ForAll("changes") UnaryOperator<Entry> change, @ForAll int which) {
        var place = Math.floorMod(which, record.size());
        var forged = new ArrayList<>(record);
        forged.set(place, change.apply(record.get(place)));

        assertThat(check(forged, end(record)))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> assertThat(broken.entry())
                        .isEqualTo(place + 1));
    }

    @Property
    void anEntryThatIsTakenOutIsNamed(@ForAll("records") List<Entry> record, @ForAll int which) {
        var place = Math.floorMod(which, record.size());
        var forged = new ArrayList<>(record);
        forged.remove(place);

        assertThat(check(forged, end(record))).isEqualTo(new Verdict.Broken(place + 1, "it is missing"));
    }

    @Property
    void entriesThatChangedPlacesAreFound(@ForAll("records") List<Entry> record, @ForAll int one, @ForAll int other) {
        var first = Math.floorMod(one, record.size());
        var second = Math.floorMod(other, record.size());
        if (first != second) {
            var forged = new ArrayList<>(record);
            Collections.swap(forged, first, second);
            assertThat(firstBroken(forged, end(record))).isEqualTo(Math.min(first, second) + 1);
        }
    }

    @Property
    void aRecordThatIsCutOffIsFound(@ForAll("records") List<Entry> record, @ForAll int which) {
        var left = Math.floorMod(which, record.size());

        assertThat(firstBroken(record.subList(0, left), end(record))).isEqualTo(left + 1);
    }

    @Property
    void anEntryThatIsChangedAndSealedAnewBetraysItselfAtTheNext(
            @ForAll("records") List<Entry> record, @ForAll int which) {
        var place = Math.floorMod(which, record.size());
        var forged = new ArrayList<>(record);
        forged.set(place, sealed(worded(record.get(place), "kinder")));

        assertThat(firstBroken(forged, end(record))).isEqualTo(Math.min(place + 2, record.size()));
    }

    @Example
    void anEntryAfterTheEndIsNamed() {
        var record = List.of(next(null, "one", null), next(next(null, "one", null), "two", null));

        assertThat(check(record, end(record.subList(0, 1))))
                .isEqualTo(new Verdict.Broken(2, "it comes after the end of the record"));
    }

    @Example
    void theSealIsTheOneThatTheDocumentationWorksOut() {
        var first = next(null, "Declared 🔥", "U0ALICE");

        assertThat(first.seal()).isEqualTo("4bff235c2662932be47cc3a0c4726b9e0fc2ac33ec0da1447bf15b3a6a13d7a3");
    }

    /** Records of one to eight entries, some of which have a person, a link, a message, something they correct. */
    @Provide
    Arbitrary<List<Entry>> records() {
        var words = Arbitraries.strings().ofMaxLength(6);
        var person = Arbitraries.of("U0ALICE", "U0BOB").injectNull(0.3);
        var line = Combinators.combine(words, person).as(Line::new);
        return line.list().ofMinSize(1).ofMaxSize(8).map(ChainCheckTest::written);
    }

    record Line(String words, @Nullable String person) {}

    /** One way to change each field. */
    @Provide
    Arbitrary<UnaryOperator<Entry>> changes() {
        return Arbitraries.of(
                e -> copy(
                        e, e.incident() + 1, e.number(), e.happened(), e.recorded(), e.kind(), e.previous(), e.seal()),
                e -> copy(
                        e, e.incident(), e.number() + 1, e.happened(), e.recorded(), e.kind(), e.previous(), e.seal()),
                e -> copy(
                        e,
                        e.incident(),
                        e.number(),
                        e.happened().plusNanos(1000),
                        e.recorded(),
                        e.kind(),
                        e.previous(),
                        e.seal()),
                e -> copy(
                        e,
                        e.incident(),
                        e.number(),
                        e.happened(),
                        e.recorded().minusSeconds(1),
                        e.kind(),
                        e.previous(),
                        e.seal()),
                e -> copy(
                        e,
                        e.incident(),
                        e.number(),
                        e.happened(),
                        e.recorded(),
                        "x" + e.kind(),
                        e.previous(),
                        e.seal()),
                e -> copy(
                        e,
                        e.incident(),
                        e.number(),
                        e.happened(),
                        e.recorded(),
                        e.kind(),
                        "1" + e.previous(),
                        e.seal()),
                e -> copy(
                        e,
                        e.incident(),
                        e.number(),
                        e.happened(),
                        e.recorded(),
                        e.kind(),
                        e.previous(),
                        "1" + e.seal()),
                e -> worded(e, e.words() + "\u200b"),
                e -> told(e, e.person() == null ? "" : null, e.link(), e.channel(), e.message(), e.corrects()),
                e -> told(e, e.person(), e.link() == null ? "" : null, e.channel(), e.message(), e.corrects()),
                e -> told(e, e.person(), e.link(), "C2", e.message(), e.corrects()),
                e -> told(e, e.person(), e.link(), e.channel(), "2.2", e.corrects()),
                e -> told(e, e.person(), e.link(), e.channel(), e.message(), 7));
    }

    private static List<Entry> written(List<Line> lines) {
        var record = new ArrayList<Entry>();
        for (var line : lines) {
            record.add(next(record.isEmpty() ? null : record.getLast(), line.words(), line.person()));
        }
        return record;
    }

    private static Entry next(@Nullable Entry before, String words, @Nullable String person) {
        var number = before == null ? 1 : before.number() + 1;
        var odd = number % 2 == 1;
        return sealed(new Entry(
                42,
                number,
                TEN,
                TEN.plusSeconds(number),
                "note",
                person,
                words,
                odd ? null : "https://example.com/p1",
                odd ? null : "C1",
                odd ? null : "1.1",
                odd ? null : 1,
                before == null ? Seal.NONE : before.seal(),
                ""));
    }

    private static Entry sealed(Entry e) {
        return copy(e, e.incident(), e.number(), e.happened(), e.recorded(), e.kind(), e.previous(), Seal.of(e));
    }

    private static Entry worded(Entry e, String words) {
        return new Entry(
                e.incident(),
                e.number(),
                e.happened(),
                e.recorded(),
                e.kind(),
                e.person(),
                words,
                e.link(),
                e.channel(),
                e.message(),
                e.corrects(),
                e.previous(),
                e.seal());
    }

    private static Entry told(
            Entry e,
            @Nullable String person,
            @Nullable String link,
            @Nullable String channel,
            @Nullable String message,
            @Nullable Integer corrects) {
        return new Entry(
                e.incident(),
                e.number(),
                e.happened(),
                e.recorded(),
                e.kind(),
                person,
                e.words(),
                link,
                channel,
                message,
                corrects,
                e.previous(),
                e.seal());
    }

    private static Entry copy(
            Entry e,
            long incident,
            int number,
            Instant happened,
            Instant recorded,
            String kind,
            String previous,
            String seal) {
        return new Entry(
                incident,
                number,
                happened,
                recorded,
                kind,
                e.person(),
                e.words(),
                e.link(),
                e.channel(),
                e.message(),
                e.corrects(),
                previous,
                seal);
    }

    private static Timeline.End end(List<Entry> record) {
        return new Timeline.End(record.size(), record.getLast().seal());
    }

    private static Verdict check(List<Entry> record, Timeline.End end) {
        var check = new ChainCheck(42);
        record.forEach(check::next);
        return check.verdict(end);
    }

    private static int firstBroken(List<Entry> record, Timeline.End end) {
        return ((Verdict.Broken) check(record, end)).entry();
    }
}
