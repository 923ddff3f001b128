package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

abstract class OutboxKit extends Kit {

    @Autowired
    Outbox outbox;

    @Test
    void aDeliveryIsAddedOnlyWithWhatItTells() {
        assertThatThrownBy(() -> outbox.add("C1", null, 5, "message", "{}"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void onlyTheFirstOfALaneIsDueUntilItIsSent() {
        add("C1", null, "first");
        add("C1", null, "second");
        add("C2", null, "elsewhere");

        assertThat(due()).containsExactly("first", "elsewhere");
        sendFirst();
        assertThat(due()).containsExactly("second", "elsewhere");
    }

    @Test
    void aLaneWaitsWhileItsFirstIsBeingSent() {
        add("C1", null, "first");
        add("C1", null, "second");
        outbox.claim(first());

        assertThat(due()).isEmpty();
    }

    @Test
    void aLaneWaitsEvenForWhatWasAddedBeforeAndCommittedAfter() throws Exception {
        doInTransaction(() -> {
            outbox.add("C1", null, 5, "message", "added first, committed last");
            CompletableFuture.runAsync(() -> {
                        add("C1", null, "overtaking");
                        outbox.claim(first());
                    })
                    .join();
        });

        assertThat(due()).isEmpty();
    }

    @Test
    void aLaneWaitsWhileItsFirstHasToWait() {
        add("C1", null, "first");
        add("C1", null, "second");
        outbox.claim(first());
        outbox.again(firstId(), TEN.plusSeconds(30), "rate limited");

        assertThat(due()).isEmpty();
        assertThat(outbox.nextDue()).contains(TEN);
        clock.pass(Duration.ofSeconds(30));
        assertThat(due()).containsExactly("first");
        assertThat(first().attempts()).isEqualTo(1);
    }

    @Test
    void whatIsGivenUpNoLongerHoldsItsLaneUpAndSaysWhy() {
        add("C1", null, "first");
        add("C1", null, "second");
        outbox.dead(firstId(), "channel_not_found " + "x".repeat(5000));

        assertThat(due()).containsExactly("second");
        assertThat(outbox.deadReasons(5)).singleElement().asString().startsWith("message in C1: channel_not_found");
        assertThat(outbox.backlog().dead()).isEqualTo(1);
    }

    @Test
    void theMoreImportantLaneComesFirst() {
        doInTransaction(() -> {
            outbox.add("C1", null, 9, "message", "minor");
            outbox.add("C2", null, 1, "message", "urgent");
        });

        assertThat(due()).containsExactly("urgent", "minor");
        assertThat(outbox.due(1)).extracting(Delivery::body).containsExactly("urgent");
    }

    @Test
    void laterOnesOfASlotFoldIntoTheOneThatIsClaimed() {
        add("C1", "card:1", "card");
        add("C1", null, "message");
        add("C1", "card:1", "card again");
        add("C1", "card:2", "another card");
        sendFirst();

        assertThat(due()).containsExactly("message");
        sendFirst();
        assertThat(due()).containsExactly("another card");
    }

    @Test
    void aSlotThatIsFilledAfterTheClaimIsSentOnceMore() {
        add("C1", "card:1", "card");
        var claimed = first();
        outbox.claim(claimed);
        add("C1", "card:1", "card with news");
        outbox.sent(claimed.id());

        assertThat(due()).containsExactly("card with news");
    }

    @Test
    void oneOfManyThatClaimADeliveryGetsIt() throws Exception {
        add("C1", "card:1", "card");
        var delivery = first();

        assertThat(atOnce(6, () -> outbox.claim(delivery))).containsOnlyOnce(true);
    }

    @Test
    void whatWasBeingSentInACrashIsUnsureAfterwards() {
        add("C1", null, "first");
        add("C1", null, "second");
        outbox.claim(first());

        assertThat(outbox.recover()).isEqualTo(1);
        assertThat(due()).containsExactly("first");
        assertThat(first().unsure()).isTrue();
        assertThat(first().firstTried()).isEqualTo(TEN);
        assertThat(outbox.claim(first())).isTrue();
    }

    @Test
    void whatMayHaveArrivedIsMarkedAndKeepsItsPlace() {
        add("C1", null, "first");
        add("C1", null, "second");
        outbox.claim(first());
        outbox.unsure(firstId(), TEN, "timeout");

        assertThat(due()).containsExactly("first");
        assertThat(first().unsure()).isTrue();
    }

    @Test
    void theBacklogSaysHowMuchWaitsAndSinceWhen() {
        assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(0, java.util.Optional.empty(), 0));
        add("C1", null, "first");
        clock.pass(Duration.ofSeconds(5));
        add("C1", null, "second");

        assertThat(outbox.backlog()).isEqualTo(new Outbox.Backlog(2, java.util.Optional.of(TEN), 0));
    }

    @Test
    void whatWasSentLongAgoIsForgottenAndWhatIsDeadIsNot() {
        add("C1", null, "first");
        add("C1", null, "second");
        sendFirst();
        outbox.dead(firstId(), "no");

        assertThat(outbox.forgetBefore(TEN.plusSeconds(1))).isEqualTo(1);
        assertThat(outbox.backlog().dead()).isEqualTo(1);
    }

    @Test
    void anEmptyOutboxHasNothingDue() {
        assertThat(outbox.nextDue()).isEmpty();
        assertThat(due()).isEmpty();
    }

    private void add(String lane, @Nullable String slot, String body) {
        doInTransaction(() -> outbox.add(lane, slot, 5, "message", body));
    }

    private List<String> due() {
        return outbox.due(10).stream().map(Delivery::body).toList();
    }

    private Delivery first() {
        return outbox.due(1).getFirst();
    }

    private long firstId() {
        return database.sql("select min(id) from outbox where pending = true")
                .query(Long.class)
                .single();
    }

    private void sendFirst() {
        var delivery = first();
        outbox.claim(delivery);
        outbox.sent(delivery.id());
    }
}
