package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** It turned out better or worse than thought. */
public record SeverityChanged(
        long incident, Instant at, @Nullable String person, Severity before, Severity now) implements Happening {

    @Override
    public String kind() {
        return "severity";
    }

    @Override
    public String words() {
        return "Severity is now %s (was %s).".formatted(now.label(), before.label());
    }

    @Override
    public boolean told() {
        return true;
    }
}
