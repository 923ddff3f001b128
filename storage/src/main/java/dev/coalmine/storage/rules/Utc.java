package dev.coalmine.storage.rules;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** How both databases take a moment: their drivers know no {@link Instant}. */
public final class Utc {

    private Utc() {}

    public static OffsetDateTime of(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
