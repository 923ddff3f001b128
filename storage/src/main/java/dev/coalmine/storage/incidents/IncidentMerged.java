package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two incidents turned out to be one.
 *
 * @param ended whether this incident ended in the other one, rather than taking it in
 */
public record IncidentMerged(
        long incident, Instant at, @Nullable String person, long other, boolean ended) implements Happening {

    @Override
    public String kind() {
        return "merged";
    }

    @Override
    public String words() {
        return ended
                ? "Merged into incident %d.".formatted(other)
                : "Incident %d was merged into this one.".formatted(other);
    }

    @Override
    public boolean told() {
        return true;
    }
}
