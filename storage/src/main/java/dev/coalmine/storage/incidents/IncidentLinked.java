package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody saw that another incident has to do with this one. */
public record IncidentLinked(
        long incident, Instant at, @Nullable String person, long other) implements Happening {

    @Override
    public String kind() {
        return "link";
    }

    @Override
    public String words() {
        return "Linked with incident %d.".formatted(other);
    }

    @Override
    public boolean told() {
        return true;
    }
}
