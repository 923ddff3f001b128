package dev.coalmine.bot.endtoend;

import org.junit.jupiter.api.Test;

class LinkingTest extends Conversation {

    @Test
    void linkedIncidentsSayWithWhichOther() {
        var checkout = declared("Checkout is down");
        var payments = declared("Payments time out");

        alice.types(checkout.name(), "/incident link " + payments.number());

        checkout.channel().eventuallyShows("Linked with incident %d.".formatted(payments.number()));
        payments.channel().eventuallyShows("Linked with incident %d.".formatted(checkout.number()));
    }
}
