package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.outbox.Posted;
import dev.coalmine.storage.outbox.Posted.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class PostedKit extends Kit {

    @Autowired
    Posted posted;

    @Test
    void aMessageIsFoundWhereItWasPostedLast() {
        posted.keep("card:1", new Place("C1", "1.1"));
        posted.keep("card:1", new Place("C2", "2.2"));

        assertThat(posted.find("card:1")).contains(new Place("C2", "2.2"));
    }

    @Test
    void whatIsForgottenOrWasNeverPostedIsNotFound() {
        posted.keep("card:1", new Place("C1", "1.1"));
        posted.forget("card:1");

        assertThat(posted.find("card:1")).isEmpty();
        assertThat(posted.find("card:2")).isEmpty();
    }

    @Test
    void whatIsShownIsKnownUntilItIsChangedOrTouchedOrLongAgo() {
        var place = new Place("C1", "1.1");
        posted.keep("card:1", place);
        posted.shown("card:1", "a");
        assertThat(posted.shows("card:1", "a")).isTrue();
        assertThat(posted.shows("card:1", "b")).isFalse();

        posted.changing("card:1");
        assertThat(posted.shows("card:1", "a")).isFalse();

        posted.shown("card:1", "b");
        posted.touched(place);
        assertThat(posted.shows("card:1", "b")).isFalse();

        posted.shown("card:1", "b");
        clock.pass(Duration.ofMinutes(16));
        assertThat(posted.shows("card:1", "b")).isFalse();
    }
}
