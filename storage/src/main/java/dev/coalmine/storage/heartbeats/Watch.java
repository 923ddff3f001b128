package dev.coalmine.storage.heartbeats;

import java.time.Duration;
import java.time.Instant;

/**
 * The watch over heartbeats, which any replica keeps.
 *
 * @param lookedAt when somebody last looked who is silent
 * @param hearingSince since when beats have been heard without a gap
 */
public record Watch(Instant lookedAt, Instant hearingSince) {

    /** The next look; if nobody has looked for longer than {@code gap}, beats may have been missed meanwhile. */
    public Watch lookingAt(Instant now, Duration gap) {
        return lookedAt.plus(gap).isBefore(now) ? new Watch(now, now) : new Watch(now, hearingSince);
    }

    /** Nobody has heard beats before that. */
    public Watch hearingFrom(Instant start) {
        return hearingSince.isBefore(start) ? new Watch(lookedAt, start) : this;
    }
}
