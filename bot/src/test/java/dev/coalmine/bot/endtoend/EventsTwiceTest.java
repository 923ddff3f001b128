package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack may tell everything twice, or think that it was not heard, or mix up the order. */
class EventsTwiceTest extends Conversation {

    private static final int ALL = 1_000;

    @AfterEach
    void mend() {
        coalmine.sandbox().script().clearFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicate_events", "drop_events_ack", "reorder_events"})
    void whatIsToldTwiceCountsOnce(String fault) {
        var incident = declared("Told twice");
        eventuallyInTheTimeline(incident, "<@U0ALICE000> came into the channel");
        coalmine.sandbox().script().failsBy(fault, "*", ALL);

        bob.joins(incident.name());
        var ts = bob.says(incident.name(), "It is the cache");
        alice.reacts(incident.name(), ts, "pushpin");
        eventuallyInTheTimeline(incident, "It is the cache");
        bob.edits(incident.name(), ts, "It is not the cache");
        eventuallyInTheTimeline(incident, "It is not the cache");
        var asked = alice.says(incident.name(), "@coalmine note The cache is cold");
        var refused = alice.says(incident.name(), "@coalmine severity nonsense");
        incident.channel().eventually(it -> assertThat(it.repliesTo(asked)).isNotEmpty());
        incident.channel().eventually(it -> assertThat(it.repliesTo(refused)).isNotEmpty());
        eventuallyInTheTimeline(incident, "<@U0BOB00000> came into the channel");
        coalmine.sandbox().script().clearFaults();
        var last = alice.says(incident.name(), "@coalmine note This is the end");
        incident.channel().eventually(it -> assertThat(it.repliesTo(last)).hasSize(1));

        assertThat(timeline(incident).lines())
                .filteredOn(it -> it.contains("<@U0BOB00000> came into"))
                .hasSize(1);
        assertThat(timeline(incident).lines())
                .filteredOn(it -> it.contains("It is the cache"))
                .hasSize(1);
        assertThat(timeline(incident).lines())
                .filteredOn(it -> it.contains("It is not the cache"))
                .hasSize(1);
        assertThat(timeline(incident).lines())
                .filteredOn(it -> it.contains("The cache is cold"))
                .hasSize(1);
        assertThat(incident.channel().repliesTo(asked)).hasSize(1);
        assertThat(incident.channel().repliesTo(refused)).hasSize(1);
    }
}
