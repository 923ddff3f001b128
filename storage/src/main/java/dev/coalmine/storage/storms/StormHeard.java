package dev.coalmine.storage.storms;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A storm began, grew, turned out to be a canary, or ended.
 *
 * @param words as mark-up
 * @param told whether the channel is told in a line of its own; what its card shows at once is not
 */
public record StormHeard(long incident, long storm, Instant at, String words, boolean told) implements Happening {

    @Override
    public String kind() {
        return "storm";
    }

    @Override
    public @Nullable String person() {
        return null;
    }
}
