package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.incidents.ChannelMaking;
import dev.coalmine.storage.incidents.ChannelMakings;
import dev.coalmine.storage.incidents.ChannelTopics;
import dev.coalmine.storage.incidents.ChannelTopics.Topic;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ChannelsKit extends Kit {

    @Autowired
    ChannelMakings makings;

    @Autowired
    ChannelTopics topics;

    @Test
    void aNewTitleDoesNotChangeTheNameThatIsTried() {
        var number = declared("Checkout is down");
        makings.asking(making(number), TEN);

        change(number, it -> it.rename("Search is down", BOB, TEN));

        assertThat(making(number).name()).isEqualTo("inc-%d-checkout-is-down".formatted(number));
    }

    @Test
    void whoeverGoesOnKnowsSinceWhenSlackWasAsked() {
        var number = declared("Checkout is down");
        assertThat(making(number).asked()).isNull();

        makings.asking(making(number), TEN);
        makings.asking(making(number), TEN.plusSeconds(5));

        assertThat(making(number).asked()).isEqualTo(TEN);
        makings.inVain(making(number));
        assertThat(making(number).asked()).isNull();
    }

    @Test
    void theNextNameHasNotBeenAskedFor() {
        var number = declared("Checkout is down");
        makings.asking(makings.asking(making(number), TEN).next(), TEN.plusSeconds(5));

        assertThat(making(number).name()).isEqualTo("inc-%d-checkout-is-down-2".formatted(number));
        assertThat(making(number).asked()).isEqualTo(TEN.plusSeconds(5));

        makings.forget(number);
        assertThat(making(number).nth()).isEqualTo(1);
    }

    @Test
    void aTopicIsKeptForChannelsThatSayWhatTheyAreFor() {
        assertThat(topics.of("C1")).isEmpty();

        topics.dedicated("C1");
        topics.dedicated("C1");
        assertThat(topics.of("C1")).contains(new Topic(null, null));

        topics.set("C1", "SEV-1", TEN);
        topics.dedicated("C1");
        assertThat(topics.of("C1")).contains(new Topic("SEV-1", TEN));
        assertThat(topics.of("C2")).isEmpty();
    }

    private ChannelMaking making(long number) {
        return makings.of(incident(number));
    }
}
