package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.pages.AlertTallies;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.pages.Tally;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;

abstract class PagesKit extends Kit {

    @Autowired
    Pages pages;

    @Autowired
    AlertTallies tallies;

    @Test
    void aPageIsFoundByItsSourceAndKeyAsItWasKept() {
        var fired = Instant.parse("2026-03-01T09:59:58.123456Z");
        keep("Q1", page -> page.fires(fired, TEN));

        var found = pages.findBySourceAndAlertKey("pagerduty", "Q1").orElseThrow();
        assertThat(found.firing()).isTrue();
        assertThat(found.firedAt()).contains(fired);
        assertThat(found.heardAt()).isEqualTo(TEN);
        assertThat(found.messages()).isEqualTo(1);
        assertThat(pages.findBySourceAndAlertKey("alertmanager", "Q1")).isEmpty();
    }

    @Test
    void whatItsRoundsWereSurvivesBeingStored() {
        keep("Q1", page -> page.fires(TEN, TEN));
        keep("Q1", page -> page.fires(TEN.plusSeconds(20), TEN));

        var later = pages.findBySourceAndAlertKey("pagerduty", "Q1").orElseThrow();
        assertThat(later.ends(TEN.plusSeconds(15), TEN)).isEqualTo(Page.Heard.NOTHING_NEW);
        assertThat(later.firing()).isTrue();
    }

    @Test
    void whatIsKnownStaysAsItIsWhenItIsAddedAgain() {
        keep("Q1", page -> page.fires(TEN, TEN));
        pages.add(List.of(page("Q1"), page("Q1"), page("Q2")));

        assertThat(held("Q1", "Q2")).extracting(Page::firing).containsExactly(true, false);
    }

    @Test
    void twoThatAddTheSameOnesAtOnceAddThemOnce() throws Exception {
        var keys = IntStream.range(0, 50).mapToObj("Q%d"::formatted).toList();
        atOnce(
                4,
                () -> inTransaction(() -> {
                    pages.add(keys.stream().map(PagesKit::page).toList());
                    return pages.held(keys).size();
                }));

        assertThat(inTransaction(() -> pages.held(keys))).hasSize(50);
    }

    @Test
    void changesOfOnePageNeverCross() throws Exception {
        pages.add(List.of(page("Q1")));
        atOnce(
                4,
                () -> inTransaction(() -> {
                    var page = pages.held(List.of("Q1")).getFirst();
                    page.hear(TEN);
                    pages.save(List.of(page));
                    return page;
                }));

        assertThat(held("Q1").getFirst().messages()).isEqualTo(4);
    }

    @Test
    void ofTwoThatJudgeForOneServiceTheSecondSeesWhatTheFirstHasDone() throws Exception {
        var found = atOnce(
                3,
                () -> inTransaction(() -> {
                    pages.holdServices(List.of("Checkout", "search", "git"));
                    var known = incidents.open(10).size();
                    incidents.declare(declaration("Checkout is down"));
                    return known;
                }));

        assertThat(found).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void thePagesOfAnIncidentComeInTheOrderTheyArrivedAndAreCounted() {
        var number = declared("Checkout is down");
        for (var key : new String[] {"Q2", "Q1", "Q3"}) {
            keep(key, page -> page.joins(number));
        }
        assertThat(pages.anyFiring(number)).isFalse();
        keep("Q3", page -> page.fires(TEN, TEN));
        keep("elsewhere", page -> page.fires(TEN, TEN));

        assertThat(pages.of(number)).extracting(Page::alertKey).containsExactly("Q2", "Q1", "Q3");
        assertThat(pages.count(number)).isEqualTo(new Pages.Count(3, 1, 1, null));
        assertThat(pages.anyFiring(number)).isTrue();
        assertThat(pages.anyHeardAfter(number, TEN)).isFalse();
        assertThat(pages.anyHeardAfter(number, TEN.minusSeconds(1))).isTrue();
    }

    @Test
    void whatFlapsIsCountedWithSinceWhen() {
        var number = declared("Checkout is down");
        keep("Q1", page -> {
            page.joins(number);
            for (var round = 0; round < 3; round++) {
                page.fires(TEN.plusSeconds(10L * round), TEN);
                page.ends(TEN.plusSeconds(10L * round + 5), TEN);
            }
        });

        assertThat(pages.count(number)).isEqualTo(new Pages.Count(1, 0, 3, TEN));
        assertThat(pages.count(number).flapping()).isTrue();
    }

    @Test
    void whatEndedLatelyIsFoundByItsTitle() {
        var number = declared("Checkout is down");
        for (var key : List.of("over", "firing", "elsewhere")) {
            keep(key, page -> {
                page.tellTitle("Checkout is DOWN", "checkout");
                page.fires(TEN.minusSeconds(60), TEN);
            });
        }
        keep("over", page -> page.joins(number));
        keep("firing", page -> page.joins(number));
        keep("over", page -> page.ends(TEN, TEN));
        keep("elsewhere", page -> page.ends(TEN, TEN));

        var before = TEN.minusSeconds(1);
        assertThat(pages.ended(before, TEN, List.of("checkout is down", "other")))
                .extracting(Page::alertKey)
                .containsExactly("over");
        assertThat(pages.ended(TEN, TEN.plusSeconds(1), List.of("checkout is down")))
                .isEmpty();
        assertThat(pages.ended(TEN.minusSeconds(2), before, List.of("checkout is down")))
                .isEmpty();
        assertThat(pages.ended(before, TEN, List.of("other"))).isEmpty();
    }

    @Test
    void theLatestAreThoseLastHeardOf() {
        for (var second = 0; second < 5; second++) {
            var now = TEN.plusSeconds(second);
            keep("Q" + second, page -> page.fires(TEN, now));
        }

        assertThat(pages.latest(Limit.of(2))).extracting(Page::alertKey).containsExactly("Q4", "Q3");
    }

    @Test
    void whatIsCountedForAStretchOfTimeReplacesWhatWas() {
        var number = declared("Checkout is down");
        assertThat(tallies.find(number, TEN)).isEmpty();
        var once = Tally.none(number, TEN).oneMoreTold().counted(Tally.Change.JOINED);
        tallies.save(once);
        tallies.save(once.counted(Tally.Change.JOINED).counted(Tally.Change.ENDED));

        assertThat(tallies.find(number, TEN)).contains(new Tally(number, TEN, 1, 2, 0, 1, 0));
        assertThat(tallies.find(number, TEN.plusSeconds(1))).isEmpty();
    }

    /** Added if it is new, changed and kept, as an alert does. */
    private void keep(String key, Consumer<Page> change) {
        doInTransaction(() -> {
            pages.add(List.of(page(key)));
            var page = pages.held(List.of(key)).getFirst();
            change.accept(page);
            pages.save(List.of(page));
        });
    }

    private List<Page> held(String... keys) {
        return inTransaction(() -> pages.held(List.of(keys)));
    }

    private static Page page(String key) {
        return new Page("pagerduty", key, "checkout is down", "checkout");
    }
}
