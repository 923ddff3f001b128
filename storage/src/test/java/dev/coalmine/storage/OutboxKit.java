package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.outbox.Backlog;
import dev.coalmine.storage.outbox.Dead;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Lanes;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.replicas.Replicas;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;

abstract class OutboxKit extends Kit {

    @Autowired
    Outbox outbox;

    @Autowired
    Lanes lanes;

    @Autowired
    Replicas replicas;

    @BeforeEach
    void live() {
        replicas.join();
    }

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
        taken();

        assertThat(due()).isEmpty();
    }

    @Test
    void aLaneWaitsEvenForWhatWasAddedBeforeAndCommittedAfter() {
        doInTransaction(() -> {
            outbox.add("C1", null, 5, "message", "added first, committed last");
            CompletableFuture.runAsync(() -> {
                        add("C1", null, "overtaking");
                        taken();
                    })
                    .join();
        });

        assertThat(due()).isEmpty();
    }

    @Test
    void aLaneIsNotTakenTwiceEvenWhereBothLookedBeforeEitherTookIt() {
        add("C1", null, "first");
        add("C1", null, "second");
        var first = taken();
        assertThatThrownBy(() -> database.sql("update outbox set held = lane where id > ?")
                        .param(first.id())
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void aLaneWaitsWhileItsFirstHasToWait() {
        add("C1", null, "first");
        add("C1", null, "second");
        lanes.postpone(taken(), TEN.plusSeconds(30), "rate limited");

        assertThat(due()).isEmpty();
        clock.pass(Duration.ofSeconds(30));
        assertThat(due()).containsExactly("first");
        assertThat(first().attempts()).isEqualTo(1);
    }

    @Test
    void whatWasNotEvenAttemptedDoesNotCountAsAnAttempt() {
        add("C1", null, "first");
        lanes.putBack(taken(), TEN, "not its turn");

        assertThat(first().attempts()).isZero();
        assertThat(first().turn()).isEqualTo(1);
    }

    @Test
    void nothingWaitsForATimeThatAClockSetBackHasYetToReach() {
        add("C1", null, "tried");
        lanes.postpone(taken(), TEN.plusSeconds(30), "rate limited");
        add("C2", null, "never tried");
        clock.set(TEN.minusSeconds(3600));

        assertThat(due()).containsExactly("never tried");
        lanes.hurry();
        assertThat(due()).containsExactly("tried", "never tried");
    }

    @Test
    void whatIsGivenUpNoLongerHoldsItsLaneUpAndSaysWhy() {
        add("incident:7", null, "first");
        add("incident:7", null, "second");
        lanes.giveUp(taken(), "channel_not_found " + "x".repeat(5000));

        assertThat(due()).containsExactly("second");
        assertThat(outbox.deadReasons(5))
                .singleElement()
                .asString()
                .startsWith("message in incident:7: channel_not_found");
        assertThat(outbox.backlog().dead()).isEqualTo(1);
        assertThat(outbox.dead(5)).singleElement().satisfies(dead -> {
            assertThat(dead.incident()).contains(7L);
            assertThat(dead.kind()).isEqualTo("message");
            assertThat(dead.at()).isEqualTo(TEN);
        });
    }

    @Test
    void whatWasGivenUpIsSentAgainBeforeTheRestOfItsLaneOrDropped() {
        add("C1", null, "first");
        add("C1", null, "second");
        add("C2", null, "unwanted");
        var first = taken();
        lanes.giveUp(first, "not_in_channel");
        lanes.giveUp(taken("C2"), "is_archived");

        assertThat(outbox.retry(first.id())).isTrue();
        assertThat(due()).containsExactly("first");
        assertThat(first().unsure()).isFalse();
        var unwanted = outbox.dead(5).getFirst();
        assertThat(outbox.drop(unwanted.id())).isTrue();
        assertThat(outbox.drop(unwanted.id())).isFalse();
        assertThat(outbox.retry(unwanted.id())).isFalse();
        assertThat(outbox.dead(5)).isEmpty();
    }

    @Test
    void whatMayHaveArrivedBeforeItWasGivenUpIsStillLookedForWhenSentAgain() {
        add("C1", null, "first");
        lanes.unsure(taken(), TEN, "timeout");
        var again = taken();
        lanes.giveUp(again, "channel_not_found");
        outbox.retry(again.id());

        assertThat(first().unsure()).isTrue();
    }

    @Test
    void theMoreImportantLaneComesFirst() {
        doInTransaction(() -> {
            outbox.add("C1", null, 9, "message", "minor");
            outbox.add("C2", null, 1, "message", "urgent");
        });

        assertThat(due()).containsExactly("urgent", "minor");
        assertThat(lanes.due(1, Set.of())).extracting(Delivery::body).containsExactly("urgent");
    }

    @Test
    void aLaneIsAsImportantAsWhatWaitsInIt() {
        doInTransaction(() -> {
            outbox.add("C1", null, 2, "message", "update");
            outbox.add("C2", null, 3, "message", "before the urgent one");
            outbox.add("C2", null, 1, "message", "urgent");
        });

        assertThat(due()).containsExactly("before the urgent one", "update");
        assertThat(first().urgency()).isEqualTo(1);
    }

    @Test
    void whatIsLimitedDoesNotHideWhatIsNot() {
        doInTransaction(() -> {
            outbox.add("C1", null, 1, "limited", "limited");
            outbox.add("C2", null, 2, "message", "free");
        });

        assertThat(lanes.due(1, Set.of("limited"))).extracting(Delivery::body).containsExactly("free");
    }

    @Test
    void laterOnesOfASlotFoldIntoTheOneThatIsTaken() {
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
    void aSlotThatIsFilledAfterItWasTakenIsSentOnceMore() {
        add("C1", "card:1", "card");
        var taken = taken();
        add("C1", "card:1", "card with news");
        lanes.sent(taken);

        assertThat(due()).containsExactly("card with news");
    }

    @Test
    void oneOfManyThatTakeADeliveryGetsIt() throws Exception {
        add("C1", "card:1", "card");
        var delivery = first();

        assertThat(atOnce(6, () -> !lanes.take(List.of(delivery)).isEmpty())).containsOnlyOnce(true);
    }

    @Test
    void whatADeadReplicaWasSendingIsUnsureAfterwards() {
        add("C1", null, "first");
        add("C1", null, "second");
        var taken = taken();
        assertThat(lanes.recover(Set.of(taken.id()))).isZero();
        database.sql("update outbox set sender = 'gone' where id = ?")
                .param(taken.id())
                .update();

        assertThat(lanes.recover(Set.of(taken.id()))).isEqualTo(1);
        assertThat(due()).containsExactly("first");
        assertThat(first().unsure()).isTrue();
        assertThat(first().firstTried()).isEqualTo(TEN);
        assertThat(taken().body()).isEqualTo("first");
    }

    @Test
    void whatThisReplicaDoesNotKnowItIsSendingIsUnsureToo() {
        add("C1", null, "its taking up was committed, but nobody heard of that");
        taken();

        assertThat(lanes.recover(Set.of())).isEqualTo(1);
        assertThat(first().unsure()).isTrue();
    }

    @Test
    void whoWasTakenForDeadHasNoSayInWhatIsTriedAgain() {
        add("C1", null, "first");
        var zombies = taken();
        lanes.recover(Set.of());
        taken();

        lanes.giveUp(zombies, "too late");
        lanes.postpone(zombies, TEN, "too late");
        lanes.sent(zombies);

        assertThat(due()).isEmpty();
        assertThat(outbox.backlog().pending()).isEqualTo(1);
        assertThat(outbox.backlog().dead()).isZero();
    }

    @Test
    void thatSlackHasItCountsEvenFromWhoWasTakenForDead() {
        add("C1", null, "first");
        var zombies = taken();
        lanes.recover(Set.of());
        lanes.sent(zombies);

        assertThat(outbox.backlog().pending()).isZero();
    }

    @Test
    void whatMayHaveArrivedIsMarkedAndKeepsItsPlace() {
        add("C1", null, "first");
        add("C1", null, "second");
        lanes.unsure(taken(), TEN, "timeout");

        assertThat(due()).containsExactly("first");
        assertThat(first().unsure()).isTrue();
        assertThat(outbox.backlog().unsure()).isEqualTo(1);
    }

    @Test
    void whatMayHaveArrivedStaysUnsureWhileLookingForItHasToWait() {
        add("C1", null, "first");
        lanes.unsure(taken(), TEN, "timeout");
        lanes.postpone(taken(), TEN, "looking is limited");
        lanes.putBack(taken(), TEN, "looking is limited");

        assertThat(first().unsure()).isTrue();
    }

    @Test
    void whatTheTakerSawBeforeIsReadAgainWhenItIsTaken() {
        add("C1", null, "first");
        var seen = first();
        lanes.unsure(taken(), TEN, "timeout");

        assertThat(lanes.take(List.of(seen))).singleElement().satisfies(taken -> assertThat(taken.unsure())
                .isTrue());
    }

    @Test
    void manyMessagesThatHadToWaitBecomeOne() {
        for (var i = 1; i <= 8; i++) {
            say("C1", "line " + i);
            addSlot("C1", "card:1");
        }
        clock.pass(Duration.ofSeconds(10));
        var digest = taken();

        assertThat(digest.joined().count()).isEqualTo(7);
        assertThat(digest.joined().parts())
                .extracting(Delivery.Part::body)
                .containsExactly("line 2", "line 3", "line 4", "line 5", "line 6", "line 7", "line 8");
        lanes.sent(digest);
        assertThat(due()).containsExactly("card");
    }

    @Test
    void fewMessagesOrFreshOnesStayByThemselves() {
        for (var i = 1; i <= 5; i++) {
            say("few", "line " + i);
        }
        clock.pass(Duration.ofSeconds(10));
        assertThat(taken("few").joined().count()).isZero();
        for (var i = 1; i <= 8; i++) {
            say("fresh", "line " + i);
        }
        assertThat(taken("fresh").joined().count()).isZero();
    }

    @Test
    void nothingIsJoinedAcrossWhatHasToKeepItsPlace() {
        for (var i = 1; i <= 7; i++) {
            say("C1", "line " + i);
        }
        add("C1", null, "with buttons");
        say("C1", "line 8");
        clock.pass(Duration.ofSeconds(10));
        var digest = taken();
        lanes.sent(digest);

        assertThat(digest.joined().count()).isEqualTo(6);
        assertThat(due()).containsExactly("with buttons");
    }

    @Test
    void whatIsJoinedStaysTheSameWhileItMayHaveArrived() {
        for (var i = 1; i <= 8; i++) {
            say("C1", "line " + i);
        }
        clock.pass(Duration.ofSeconds(10));
        var digest = taken();
        for (var i = 9; i <= 18; i++) {
            say("C1", "line " + i);
        }
        lanes.unsure(digest, TEN, "timeout");

        var again = taken();
        assertThat(again.joined()).isEqualTo(digest.joined());
        assertThat(again.mark()).isEqualTo(digest.mark());
        lanes.giveUp(again, "is_archived");
        assertThat(outbox.dead(1)).extracting(Dead::joined).containsExactly(7);
        outbox.forgetBefore(TEN.plusSeconds(3600));
        outbox.retry(again.id());
        assertThat(taken().joined()).isEqualTo(digest.joined());
    }

    @Test
    void noTwoDeliveriesHaveTheSameMark() {
        add("C1", null, "same");
        add("C2", null, "same");

        assertThat(new HashSet<>(
                        lanes.due(9, Set.of()).stream().map(Delivery::mark).toList()))
                .hasSize(2);
    }

    @Test
    void theBacklogSaysHowMuchWaitsOfEachPriorityAndSinceWhen() {
        assertThat(outbox.backlog()).isEqualTo(new Backlog(List.of(), 0, 0));
        add("C1", null, "first");
        clock.pass(Duration.ofSeconds(5));
        add("C1", null, "second");
        doInTransaction(() -> outbox.add("C2", null, 1, "message", "urgent"));

        assertThat(outbox.backlog())
                .isEqualTo(new Backlog(
                        List.of(new Backlog.Waiting(1, 1, TEN.plusSeconds(5)), new Backlog.Waiting(5, 2, TEN)), 0, 0));
        assertThat(outbox.backlog().pending()).isEqualTo(3);
        assertThat(outbox.backlog().oldest()).isEqualTo(Optional.of(TEN));
    }

    @Test
    void whatWasSentLongAgoIsForgottenAndWhatIsDeadIsNot() {
        add("C1", null, "first");
        add("C1", null, "second");
        sendFirst();
        lanes.giveUp(taken(), "no");

        assertThat(outbox.forgetBefore(TEN.plusSeconds(1))).isEqualTo(1);
        assertThat(outbox.backlog().dead()).isEqualTo(1);
    }

    private void add(String lane, @Nullable String slot, String body) {
        doInTransaction(() -> outbox.add(lane, slot, 5, "message", body));
    }

    private void addSlot(String lane, String slot) {
        add(lane, slot, "card");
    }

    /** Adds what may be joined with others. */
    private void say(String lane, String body) {
        doInTransaction(() -> outbox.add(lane, null, "said", 5, "message", body));
    }

    private List<String> due() {
        return lanes.due(10, Set.of()).stream().map(Delivery::body).toList();
    }

    private Delivery first() {
        return lanes.due(1, Set.of()).getFirst();
    }

    private Delivery taken() {
        return lanes.take(List.of(first())).getFirst();
    }

    private Delivery taken(String lane) {
        var head = lanes.due(10, Set.of()).stream()
                .filter(it -> it.lane().equals(lane))
                .toList();
        return lanes.take(head).getFirst();
    }

    private void sendFirst() {
        lanes.sent(taken());
    }
}
