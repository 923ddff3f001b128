package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.roles.Assignments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class AssignmentsKit extends Kit {

    @Autowired
    Assignments assignments;

    @Test
    void whoTakesARoleHasItAndTheRecordSaysSo() {
        var number = declared("Checkout is down");
        takes(number, "commander", ALICE);

        assertThat(assignments.commander(number)).contains(ALICE);
        assertThat(record(number).getLast()).isEqualTo("<@U0ALICE> is commander.");
    }

    @Test
    void whoLeavesARoleStaysInItsHistory() {
        var number = declared("Checkout is down");
        takes(number, "commander", ALICE);
        leaves(number, "commander", ALICE);
        takes(number, "commander", BOB);

        assertThat(assignments.commander(number)).contains(BOB);
        assertThat(assignments.history(number)).extracting(Assignment::person).containsExactly(ALICE, BOB);
        assertThat(assignments.history(number).getFirst().leftAt()).contains(TEN.plusSeconds(60));
        assertThat(record(number)).contains("<@U0ALICE> is no longer commander.");
    }

    @Test
    void leavingTwiceIsToldOnce() {
        var number = declared("Checkout is down");
        takes(number, "scribe", ALICE);
        leaves(number, "scribe", ALICE);
        doInTransaction(() -> assignments.save(again(number)));

        assertThat(record(number)).containsOnlyOnce("<@U0ALICE> is no longer scribe.");
    }

    private Assignment again(long number) {
        var old = assignments.history(number).getFirst();
        old.end(ALICE, TEN.plusSeconds(90));
        return old;
    }

    @Test
    void aPersonsIncidentsAreThoseWhereTheyHaveARoleNow() {
        var now = declared("Checkout is down");
        var before = declared("Search is slow");
        takes(now, "responder", ALICE);
        takes(before, "responder", ALICE);
        leaves(before, "responder", ALICE);

        assertThat(assignments.incidentsOf(ALICE, Stage.stillOpen()))
                .extracting(Incident::number)
                .containsExactly(now);
        assertThat(assignments.incidentsOf(ALICE, List.of(Stage.CLOSED))).isEmpty();
    }

    private void takes(long number, String role, String person) {
        doInTransaction(() -> assignments.save(new Assignment(number, role, person, person, clock.instant())));
    }

    private void leaves(long number, String role, String person) {
        clock.pass(Duration.ofMinutes(1));
        doInTransaction(() -> {
            var held = assignments.current(number, role, person).orElseThrow();
            held.end(person, clock.instant());
            assignments.save(held);
        });
    }
}
