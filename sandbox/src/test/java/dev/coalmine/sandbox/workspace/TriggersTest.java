package dev.coalmine.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TriggersTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final Person alice = new Person("U0ALICE000", "alice", "Alice Adams", "", "Etc/UTC", false, 0);
    private final Triggers triggers = new Triggers(clock);

    private void passes(Duration time) {
        now.updateAndGet(it -> it.plus(time));
    }

    @Test
    void worksForThreeSeconds() {
        var trigger = triggers.issue(alice);
        passes(Duration.ofSeconds(3));
        assertThat(triggers.exchange(trigger)).isEqualTo(alice.id());
    }

    @Test
    void thenItIsExpired() {
        var trigger = triggers.issue(alice);
        passes(Duration.ofMillis(3001));
        assertThatThrownBy(() -> triggers.exchange(trigger)).hasMessage("expired_trigger_id");
    }

    @Test
    void worksOnce() {
        var trigger = triggers.issue(alice);
        triggers.exchange(trigger);
        assertThatThrownBy(() -> triggers.exchange(trigger)).hasMessage("exchanged_trigger_id");
        assertThatThrownBy(() -> triggers.exchange("made up")).hasMessage("invalid_trigger_id");
    }
}
