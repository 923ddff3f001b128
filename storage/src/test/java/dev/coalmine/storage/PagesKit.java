package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;

abstract class PagesKit extends Kit {

    @Autowired
    Pages pages;

    @Test
    void aPageIsFoundByItsSourceAndKeyAsItWasKept() {
        var fired = Instant.parse("2026-03-01T09:59:58.123456Z");
        var page = page("Q1");
        page.fires(fired, TEN);
        pages.save(page);

        var found = pages.findBySourceAndAlertKey("pagerduty", "Q1").orElseThrow();
        assertThat(found.firing()).isTrue();
        assertThat(found.firedAt()).contains(fired);
        assertThat(found.heardAt()).isEqualTo(TEN);
        assertThat(found.messages()).isEqualTo(1);
        assertThat(pages.findBySourceAndAlertKey("alertmanager", "Q1")).isEmpty();
    }

    @Test
    void whatItsRoundsWereSurvivesBeingStored() {
        pages.save(fired("Q1"));
        var found = pages.findBySourceAndAlertKey("pagerduty", "Q1").orElseThrow();
        found.fires(TEN.plusSeconds(20), TEN);
        pages.save(found);

        var later = pages.findBySourceAndAlertKey("pagerduty", "Q1").orElseThrow();
        assertThat(later.ends(TEN.plusSeconds(15), TEN)).isEqualTo(Page.Heard.NOTHING_NEW);
        assertThat(later.firing()).isTrue();
    }

    @Test
    void theSameKeyOfTheSameSourceIsKeptOnce() {
        pages.save(page("Q1"));

        assertThatThrownBy(() -> pages.save(page("Q1"))).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void thePagesOfAnIncidentComeInTheOrderTheyArrived() {
        var number = declared("Checkout is down");
        for (var key : new String[] {"Q2", "Q1", "Q3"}) {
            var page = page(key);
            page.joins(number);
            pages.save(page);
        }
        pages.save(page("elsewhere"));

        assertThat(pages.of(number)).extracting(Page::alertKey).containsExactly("Q2", "Q1", "Q3");
    }

    @Test
    void theLatestAreThoseLastHeardOf() {
        for (var second = 0; second < 5; second++) {
            var page = page("Q" + second);
            page.fires(TEN, TEN.plusSeconds(second));
            pages.save(page);
        }

        assertThat(pages.latest(Limit.of(2))).extracting(Page::alertKey).containsExactly("Q4", "Q3");
    }

    private static Page page(String key) {
        return new Page("pagerduty", key, "checkout is down", "checkout");
    }

    private static Page fired(String key) {
        var page = page(key);
        page.fires(TEN, TEN);
        return page;
    }
}
