package dev.coalmine.commands.pages;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source said something about a problem that an incident is about. */
record AlertHeard(
        long incident, Instant at, String words, @Nullable String link, boolean told) implements Happening {

    @Override
    public String kind() {
        return "alert";
    }

    @Override
    public @Nullable String person() {
        return null;
    }
}
