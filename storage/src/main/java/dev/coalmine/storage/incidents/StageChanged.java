package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The incident moved to another stage.
 *
 * @param line the context that was given, as mark-up
 */
public record StageChanged(
        long incident,
        Instant at,
        @Nullable String person,
        Stage before,
        Stage now,
        @Nullable String line) implements Happening {

    @Override
    public String kind() {
        return "stage";
    }

    @Override
    public String words() {
        var step = "%s (was %s)".formatted(now.label(), before.word());
        return line == null ? step + "." : step + ": " + line;
    }

    @Override
    public boolean told() {
        return true;
    }
}
