package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.rules.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class SeenEventsKit extends Kit {

    @Autowired
    SeenEvents seen;

    @Test
    void aKeyIsNewOnce() {
        assertThat(isNew("Ev1")).isTrue();
        assertThat(isNew("Ev1")).isFalse();
        assertThat(isNew("Ev2")).isTrue();
    }

    @Test
    void anEventWhoseHandlingFailedIsNewAgain() {
        assertThatThrownBy(() -> doInTransaction(() -> {
                    seen.isNew("Ev1", TEN);
                    throw new Refused("not now");
                }))
                .isInstanceOf(Refused.class);

        assertThat(isNew("Ev1")).isTrue();
    }

    @Test
    void ofManyThatAskAtOnceOneIsTheFirst() throws Exception {
        assertThat(atOnce(6, () -> isNewAndTakesAWhile("Ev1"))).containsOnlyOnce(true);
    }

    @Test
    void aKeyThatIsSeenTwiceInOneTransactionDoesNotSpoilIt() {
        doInTransaction(() -> {
            seen.isNew("Ev1", TEN);
            assertThat(seen.isNew("Ev1", TEN)).isFalse();
            assertThat(seen.isNew("Ev2", TEN)).isTrue();
        });

        assertThat(isNew("Ev2")).isFalse();
    }

    @Test
    void oldKeysAreForgotten() {
        isNew("Ev1");

        assertThat(seen.forgetBefore(TEN)).isZero();
        assertThat(seen.forgetBefore(TEN.plusSeconds(1))).isEqualTo(1);
        assertThat(isNew("Ev1")).isTrue();
    }

    private boolean isNew(String key) {
        return inTransaction(() -> seen.isNew(key, TEN));
    }

    private boolean isNewAndTakesAWhile(String key) {
        return inTransaction(() -> {
            var answer = seen.isNew(key, TEN);
            pause();
            return answer;
        });
    }

    // Long enough that the others have asked before this transaction ends.
    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
