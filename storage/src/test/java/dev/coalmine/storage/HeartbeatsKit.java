package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.heartbeats.Heartbeat;
import dev.coalmine.storage.heartbeats.Heartbeats;
import dev.coalmine.storage.heartbeats.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class HeartbeatsKit extends Kit {

    private static final Instant ALWAYS = Instant.EPOCH;

    @Autowired
    Heartbeats heartbeats;

    @Test
    void aNameIsGivenOnceAndFreeAgainWhenItIsRemoved() {
        assertThat(heartbeats.add(heartbeat("ping", null), "t1")).isTrue();
        assertThat(heartbeats.add(heartbeat("ping", null), "t2")).isFalse();

        assertThat(heartbeats.all()).containsExactly(heartbeat("ping", null));
        assertThat(heartbeats.remove("ping")).isTrue();
        assertThat(heartbeats.remove("ping")).isFalse();
        assertThat(heartbeats.add(heartbeat("ping", null), "t1")).isTrue();
    }

    @Test
    void aBeatIsKnownByItsToken() {
        heartbeats.add(heartbeat("ping", null), "t1");

        assertThat(heartbeats.beat("t2", TEN)).isFalse();
        assertThat(heartbeats.beat("t1", TEN)).isTrue();
        assertThat(heartbeats.beat("t1", TEN.minusSeconds(1))).isTrue();

        assertThat(ping().beats()).isEqualTo(2);
        assertThat(ping().beatAt()).isEqualTo(TEN);
    }

    @Test
    void theOldAddressIsGoodUntilTheNewOneIsUsed() {
        heartbeats.add(heartbeat("ping", null), "t1");
        heartbeats.renew("ping", "t2");

        assertThat(heartbeats.beat("t1", TEN)).isTrue();
        assertThat(heartbeats.beat("t2", TEN)).isTrue();
        assertThat(heartbeats.beat("t1", TEN)).isFalse();
    }

    @Test
    void anAlertMayBeABeat() {
        heartbeats.add(heartbeat("ping", null), "t1");
        heartbeats.add(heartbeat("watchdog", "Watchdog"), null);

        doInTransaction(() -> heartbeats.beatByAlerts(List.of("watchdog", "other"), TEN));

        assertThat(heartbeats.alerts()).containsExactly("watchdog");
        assertThat(heartbeats.named("watchdog").orElseThrow().beats()).isEqualTo(1);
        assertThat(ping().beats()).isZero();
    }

    @Test
    void itIsSilentAfterItsTimeAndItsGraceAndNotBeforeItsFirstBeat() {
        heartbeats.add(heartbeat("ping", null), "t1");
        assertThat(ping().silent(TEN.plusSeconds(99_999), ALWAYS)).isFalse();

        heartbeats.beat("t1", TEN);

        assertThat(ping().silent(TEN.plusSeconds(70), ALWAYS)).isFalse();
        assertThat(ping().silent(TEN.plusSeconds(71), ALWAYS)).isTrue();
        assertThat(ping().silent(TEN.plusSeconds(71), TEN.plusSeconds(1)))
                .as("it was not heard all the time")
                .isFalse();
    }

    @Test
    void whileItIsPausedItsSilenceDoesNotMatterAndThenItHasItsFullTime() {
        heartbeats.add(heartbeat("ping", null), "t1");
        heartbeats.beat("t1", TEN);
        heartbeats.pause("ping", TEN.plusSeconds(1000), TEN);

        assertThat(ping().silent(TEN.plusSeconds(999), ALWAYS)).isFalse();
        assertThat(ping().silent(TEN.plusSeconds(1070), ALWAYS)).isFalse();
        assertThat(ping().silent(TEN.plusSeconds(1071), ALWAYS)).isTrue();

        heartbeats.pause("ping", null, TEN.plusSeconds(500));
        assertThat(ping().silent(TEN.plusSeconds(570), ALWAYS)).isFalse();
        assertThat(ping().silent(TEN.plusSeconds(571), ALWAYS)).isTrue();
    }

    @Test
    void aSilenceIsNoticedOnceUnlessItHasBeatenMeanwhile() {
        heartbeats.add(heartbeat("ping", null), "t1");
        heartbeats.beat("t1", TEN);
        var before = ping();
        heartbeats.beat("t1", TEN.plusSeconds(1));

        assertThat(inTransaction(() -> heartbeats.fallSilent(before))).isFalse();
        assertThat(inTransaction(() -> heartbeats.fallSilent(ping()))).isTrue();
        assertThat(inTransaction(() -> heartbeats.fallSilent(ping()))).isFalse();
        doInTransaction(() -> heartbeats.opened(ping(), 7));
        assertThat(heartbeats.anySilent(7)).isTrue();
        assertThat(ping().isBack()).isFalse();

        heartbeats.beat("t1", TEN.plusSeconds(2));
        assertThat(ping().isBack()).isTrue();
        doInTransaction(() -> heartbeats.comeBack("ping"));
        assertThat(heartbeats.anySilent(7)).isFalse();
        assertThat(ping().incident()).as("so that its next silence finds it").isEqualTo(7);
    }

    @Test
    void oneLooksAtATime() {
        doInTransaction(() -> heartbeats.keepWatch(new Watch(TEN, TEN)));

        doInTransaction(() -> {
            assertThat(heartbeats.holdWatch()).contains(new Watch(TEN, TEN));
            assertThat(elsewhere(() -> inTransaction(heartbeats::holdWatch))).isEmpty();
        });
        assertThat(inTransaction(heartbeats::holdWatch)).isPresent();
    }

    @Test
    void aGapInLookingIsAGapInHearing() {
        var gap = Duration.ofSeconds(30);

        assertThat(new Watch(TEN, ALWAYS).lookingAt(TEN.plusSeconds(30), gap).hearingSince())
                .isEqualTo(ALWAYS);
        assertThat(new Watch(TEN, ALWAYS).lookingAt(TEN.plusSeconds(31), gap).hearingSince())
                .isEqualTo(TEN.plusSeconds(31));
    }

    private static <T> T elsewhere(Callable<T> work) {
        try {
            return atOnce(1, work).getFirst();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Heartbeat ping() {
        return heartbeats.named("ping").orElseThrow();
    }

    private static Heartbeat heartbeat(String name, @Nullable String alert) {
        return new Heartbeat(
                name,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                "payments",
                null,
                alert,
                ALICE,
                TEN,
                null,
                0,
                null,
                null,
                null);
    }
}
