package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Change.Kind;
import dev.coalmine.storage.changes.Changes;
import dev.coalmine.storage.changes.KeptChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ChangesKit extends Kit {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Changes changes;

    @Test
    void whatWasChangedIsReadAsItWasSaid() {
        var full = new Change(
                TEN,
                TEN.plusSeconds(90),
                TEN.plusSeconds(91),
                Kind.DEPLOYMENT,
                "v1.2.3",
                "checkout",
                "bob",
                "succeeded",
                "https://ci.example.com/17",
                "changes",
                "d-17");

        keep(full, flag("dark mode", TEN.minusSeconds(5)));

        assertThat(around(TEN)).containsExactly(full, flag("dark mode", TEN.minusSeconds(5)));
    }

    @Test
    void theSameIdAgainIsTheSameChangeOfWhichMoreIsKnown() {
        keep(run("7", TEN, null, null));
        keep(run("7", TEN.plusSeconds(60), TEN.plusSeconds(60), "failed"));
        keep(run("7", TEN, null, null), run("8", TEN, null, null));

        assertThat(around(TEN))
                .containsExactlyInAnyOrder(run("7", TEN, TEN.plusSeconds(60), "failed"), run("8", TEN, null, null));
    }

    @Test
    void whatHasNoIdIsNeverTheSame() {
        keep(flag("dark mode", TEN), flag("dark mode", TEN));

        assertThat(around(TEN)).hasSize(2);
    }

    @Test
    void whatBeganOrEndedThenIsFound() {
        keep(
                run("7", TEN.minus(HOUR), TEN, null),
                flag("before", TEN.minusSeconds(1)),
                flag("after", TEN.plusSeconds(1)));

        assertThat(changes.between(TEN, TEN.plusSeconds(1), 10))
                .extracting(kept -> kept.change().id())
                .containsExactly("7");
        assertThat(changes.between(TEN.minus(HOUR), TEN.plusSeconds(9), 2))
                .extracting(kept -> kept.change().what())
                .containsExactly("after", "before");
        assertThat(changes.count(TEN.minus(HOUR), TEN.plusSeconds(9))).isEqualTo(3);
    }

    @Test
    void suchChangesAreThoseOfTheSameKindAndServiceAndRunsOfTheSameName() {
        keep(
                run("7", TEN, TEN.plusSeconds(60), null),
                flag("dark mode", TEN),
                flag("light mode", TEN.plusSeconds(1)),
                flag("long ago", TEN.minus(HOUR)));

        assertThat(changes.timesOfSuch(flag("any", TEN), TEN)).containsExactlyInAnyOrder(TEN, TEN.plusSeconds(1));
        assertThat(changes.timesOfSuch(run("9", TEN, null, null), TEN))
                .containsExactlyInAnyOrder(TEN, TEN.plusSeconds(60));
        assertThat(changes.timesOfSuch(run("9", TEN, null, null).of("payments"), TEN))
                .isEmpty();
    }

    @Test
    void anIncidentIsToldOfEachChangeOnce() {
        assertThat(inTransaction(() -> changes.tell(1, List.of(7L, 8L)))).containsExactlyInAnyOrder(7L, 8L);
        assertThat(inTransaction(() -> changes.tell(1, List.of(9L, 7L)))).containsExactly(9L);
        assertThat(inTransaction(() -> changes.tell(2, List.of(7L)))).containsExactly(7L);
    }

    @Test
    void whatIsOldIsForgotten() {
        assertThat(changes.first()).isNull();
        keep(flag("old", TEN.minusSeconds(1)), flag("new", TEN));

        assertThat(changes.forgetBefore(TEN)).isEqualTo(1);
        assertThat(around(TEN)).containsExactly(flag("new", TEN));
        assertThat(changes.first()).isEqualTo(TEN);
    }

    private void keep(Change... several) {
        doInTransaction(() -> changes.keep(List.of(several)));
    }

    private List<Change> around(Instant time) {
        return changes.between(time.minus(HOUR), time.plus(HOUR), 10).stream()
                .map(KeptChange::change)
                .toList();
    }

    private static Change flag(String what, Instant at) {
        return new Change(at, null, TEN, Kind.FLAG, what, "checkout", null, null, null, Change.BY_HAND, null);
    }

    private static Change run(String id, Instant at, @Nullable Instant ended, @Nullable String outcome) {
        return new Change(at, ended, TEN, Kind.RUN, "nightly", null, "cron", outcome, null, "changes", id);
    }
}
