package dev.coalmine.commands.heartbeats;

import dev.coalmine.storage.heartbeats.Heartbeats;
import dev.coalmine.storage.rules.Sha256;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Takes beats: one row is changed and committed, and all else happens at the next look. */
@Component
public class Beats {

    private final Heartbeats heartbeats;
    private final Clock clock;

    Beats(Heartbeats heartbeats, Clock clock) {
        this.heartbeats = heartbeats;
        this.clock = clock;
    }

    /**
     * Takes a beat; it is on disk when this returns.
     *
     * @return false if no heartbeat has this token
     */
    public boolean take(String token) {
        return heartbeats.beat(Sha256.hex(token), clock.instant());
    }
}
