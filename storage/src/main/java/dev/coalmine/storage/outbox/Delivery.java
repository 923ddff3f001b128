package dev.coalmine.storage.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Slack still has to be told, as it stands in the outbox.
 *
 * @param lane deliveries of one lane go out one at a time, in order
 * @param slot deliveries of one slot replace each other; null when each of them counts
 * @param kind says which sender understands the body
 * @param attempts how often it was tried before
 * @param firstTried when it was tried first; null before that
 * @param unsure whether an earlier attempt may have succeeded without our knowing
 */
public record Delivery(
        long id,
        String lane,
        @Nullable String slot,
        String kind,
        String body,
        int attempts,
        Instant created,
        @Nullable Instant firstTried,
        boolean unsure) {}
