package dev.coalmine.storage;

import static dev.coalmine.storage.incidents.Severity.SEV_1;
import static dev.coalmine.storage.incidents.Severity.SEV_3;
import static dev.coalmine.storage.incidents.Stage.INVESTIGATING;
import static dev.coalmine.storage.incidents.Stage.MITIGATED;
import static dev.coalmine.storage.incidents.Stage.RESOLVED;
import static dev.coalmine.storage.incidents.Stage.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.rules.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;

abstract class IncidentsKit extends Kit {

    @Test
    void aDeclaredIncidentIsFoundByItsNumberWithAllThatWasSaid() {
        var found = incident(declared("Checkout is down"));

        assertThat(found.title()).isEqualTo("Checkout is down");
        assertThat(found.severity()).isEqualTo(SEV_3);
        assertThat(found.stage()).isEqualTo(INVESTIGATING);
        assertThat(found.service()).contains("checkout");
        assertThat(found.declaredBy()).contains(ALICE);
        assertThat(found.attended()).isTrue();
        assertThat(found.channelName()).isEqualTo("inc-%d-checkout-is-down".formatted(found.number()));
    }

    @Test
    void theDeclarationIsTheFirstEntryOfTheRecord() {
        assertThat(record(declared("Checkout is <down>")))
                .containsExactly("Declared incident “Checkout is &lt;down&gt;” as SEV-3, service checkout, "
                        + "noticed by a person; the pager did not ring.");
    }

    @Test
    void aTitleOfNothingVisibleIsRefused() {
        assertThatThrownBy(() -> declared(" \u202e\u0000 \n"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("`declare Checkout is down`");
    }

    @Test
    void aHostileTitleIsKeptOnOneLine() {
        var title = "<!channel> \u202egnp.exe 🔥\ud83d\u0000\n".repeat(500);

        assertThat(incident(declared(title)).title())
                .hasSizeLessThanOrEqualTo(240)
                .doesNotContain("\n", "\u202e");
    }

    @Test
    void numbersCountUpAndAreNeverReused() {
        var first = declared("Checkout is down");
        database.sql("delete from timeline_entry").update();
        database.sql("delete from timeline_end").update();
        incidents.deleteById(first);

        assertThat(declared("Search is down")).isGreaterThan(first);
    }

    @Test
    void aDeclarationThatIsTakenBackLeavesNothingAndItsNumberIsNotReused() {
        var taken = new long[1];
        assertThatThrownBy(() -> doInTransaction(() -> {
                    taken[0] = incidents.declare(declaration("Oops")).number();
                    throw new Refused("no");
                }))
                .isInstanceOf(Refused.class);

        assertThat(incidents.findById(taken[0])).isEmpty();
        assertThat(timeline.end(taken[0]).length()).isZero();
        assertThat(declared("Search is down")).isGreaterThan(taken[0]);
    }

    @Test
    void timesKeepTheirMicroseconds() {
        var number = declared("Checkout is down");
        var began = Instant.parse("2026-03-01T09:41:12.123456Z");
        change(number, it -> it.set(Moment.BEGAN, began, ALICE, TEN));

        assertThat(incident(number).timeOf(Moment.BEGAN)).contains(began);
    }

    @Test
    void eachChangeIsInTheRecordOfTheSameTransaction() {
        var number = declared("Checkout is down");
        change(number, it -> {
            it.rate(SEV_1, BOB, TEN);
            it.rename("Checkout & search are down", BOB, TEN);
            it.move(MITIGATED, "rolled back", BOB, TEN);
            it.loseChannel("The channel was archived in Slack.", BOB, TEN);
        });

        assertThat(record(number))
                .containsSequence(
                        "Severity is now SEV-1 (was SEV-3).",
                        "Title is now “Checkout &amp; search are down” (was “Checkout is down”).",
                        "Mitigated (was investigating): rolled back",
                        "The channel was archived in Slack.");
        assertThat(incident(number).channelGone()).isTrue();
    }

    @Test
    void whoReadItBeforeHoldingItSeesWhatOthersChangedMeanwhile() {
        var number = declared("Checkout is down");

        doInTransaction(() -> {
            var read = incident(number);
            inAnotherTransaction(() -> change(number, it -> it.rate(SEV_1, BOB, TEN)));
            assertThat(incidents.held(number).orElseThrow().severity()).isEqualTo(SEV_1);
            assertThat(read.severity()).isEqualTo(SEV_1);
        });
    }

    private static void inAnotherTransaction(Runnable work) {
        try {
            Thread.startVirtualThread(work).join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aChangeThatIsRefusedHalfwayLeavesTheRecordAsItWas() {
        var number = declared("Checkout is down");
        assertThatThrownBy(() -> change(number, it -> {
                    it.rate(SEV_1, BOB, TEN);
                    incidents.save(it);
                    it.rate(SEV_1, BOB, TEN);
                }))
                .isInstanceOf(Refused.class);

        assertThat(incident(number).severity()).isEqualTo(SEV_3);
        assertThat(record(number)).hasSize(1);
    }

    @Test
    void twoPeopleWhoChangeItAtOnceWaitForEachOther() throws Exception {
        var number = declared("Checkout is down");
        var severities = List.of(SEV_1, Severity.SEV_2, Severity.SEV_4).iterator();
        atOnce(3, () -> {
            var wanted = next(severities);
            change(number, it -> it.rate(wanted, ALICE, TEN));
            return true;
        });

        assertThat(record(number)).hasSize(4);
        assertThat(record(number).getLast())
                .contains("now " + incident(number).severity().label());
    }

    private static synchronized <T> T next(java.util.Iterator<T> all) {
        return all.next();
    }

    @Test
    void aMergeIsToldInBothRecords() {
        var one = declared("Checkout is down");
        var other = declared("Payments fail");
        doInTransaction(() -> {
            var ends = incidents.held(one).orElseThrow();
            var goesOn = incidents.held(other).orElseThrow();
            ends.mergeInto(goesOn, ALICE, TEN);
            incidents.saveAll(List.of(ends, goesOn));
        });

        assertThat(incident(one).mergedInto()).contains(other);
        assertThat(incidents.mergedInto(other)).containsExactly(one);
        assertThat(record(one).getLast()).isEqualTo("Merged into incident %d.".formatted(other));
        assertThat(record(other).getLast()).isEqualTo("Incident %d was merged into this one.".formatted(one));
    }

    @Test
    void openOnesAreListedWorstFirstAndThenNewestFirst() {
        var mild = declared("Mild");
        var newer = declared("Newer");
        var bad = inTransaction(() -> incidents.declare(declaration("Bad", SEV_1, TRIAGE, null)))
                .number();
        var over = declared("Over");
        change(over, it -> it.move(RESOLVED, null, ALICE, TEN));

        assertThat(numbers(incidents.open(10))).containsExactly(bad, newer, mild);
        assertThat(numbers(incidents.open(1))).containsExactly(bad);
        assertThat(numbers(incidents.recent(Limit.of(2)))).containsExactly(over, bad);
    }

    @Test
    void thoseOfAServiceAreFoundInAnyCase() {
        var number = declared("Checkout is down");

        assertThat(numbers(incidents.ofService("CheckOut", List.of(INVESTIGATING), Limit.of(5))))
                .containsExactly(number);
        assertThat(incidents.ofService("checkout", List.of(Stage.CLOSED), Limit.of(5)))
                .isEmpty();
    }

    @Test
    void itsChannelFindsIt() {
        var number = declared("Checkout is down");
        change(number, it -> it.meetIn("C0CHECKOUT", TEN));

        assertThat(incidents.findByChannel("C0CHECKOUT").map(Incident::number)).contains(number);
        assertThat(incidents.findByChannel("C0OTHER")).isEmpty();
    }

    @Test
    void aChannelBelongsToOneIncidentOnly() {
        var one = declared("Checkout is down");
        var other = declared("Payments fail");
        change(one, it -> it.meetIn("C0CHECKOUT", TEN));

        assertThatThrownBy(() -> change(other, it -> it.meetIn("C0CHECKOUT", TEN)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private static List<Long> numbers(List<Incident> found) {
        return found.stream().map(Incident::number).toList();
    }
}
