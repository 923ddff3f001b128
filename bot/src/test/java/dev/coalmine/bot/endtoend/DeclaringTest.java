package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeclaringTest extends Conversation {

    @Test
    void declaringMakesAChannelWithTopicPinnedCardAndAnnouncement() {
        var incident = declared("sev:2 service:checkout Checkout is down");

        assertThat(incident.name()).isEqualTo("inc-%d-checkout-is-down".formatted(incident.number()));
        incident.channel().eventually(channel -> {
            assertThat(channel.topic()).isEqualTo("SEV-2 · Investigating · Commander: nobody yet · Checkout is down");
            assertThat(channel.members()).contains("alice", "bob", "carol");
            assertThat(channel.pins()).hasSize(1);
            assertThat(channel.bookmarks()).contains("Timeline", "Runbook");
        });
        coalmine.sandbox()
                .script()
                .channel("incidents")
                .eventuallyShows("*%d* · SEV-2 · Investigating · Checkout is down".formatted(incident.number()));
    }
}
