package dev.coalmine.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.replicas.Replicas;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

abstract class ReplicasKit extends Kit {

    @Autowired
    Replicas replicas;

    @Test
    void whoWasHeardLatelyLives() {
        replicas.join();
        alsoThere("other", 10);

        assertThat(replicas.living()).isEqualTo(2);
        assertThat(replicas.livesFor(Duration.ofSeconds(10))).isTrue();
        replicas.leave();
        assertThat(replicas.living()).isEqualTo(1);
        assertThat(replicas.livesFor(Duration.ofSeconds(10))).isFalse();
    }

    @Test
    void whoWasNotHeardForTooLongIsForgotten() {
        replicas.join();
        alsoThere("dead", 21);
        replicas.beat();

        assertThat(database.sql("select id from replica").query(String.class).list())
                .containsExactly(replicas.me());
    }

    @Test
    void whoWasForgottenComesBackByBeingHeard() {
        replicas.join();
        database.sql("delete from replica").update();
        replicas.beat();

        assertThat(replicas.living()).isEqualTo(1);
    }

    private void alsoThere(String id, int secondsAgo) {
        database.sql(
                        "insert into replica (id, started, heard) values (?, current_timestamp, current_timestamp - interval '%d' second)"
                                .formatted(secondsAgo))
                .param(id)
                .update();
    }
}
