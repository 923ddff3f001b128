package dev.coalmine.storage.pages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a source sent, once.
 *
 * @param number its {@link Place} in the log: ascending by one within its part
 * @param source which source it came from
 * @param delivery the source's id of the delivery, the same over all attempts at it
 * @param body as it came, but for NUL, which stands as U+FFFD
 */
public record LoggedAlert(
        long number, String source, @Nullable String delivery, Instant receivedAt, String body) {

    public Place place() {
        return Place.of(number);
    }
}
