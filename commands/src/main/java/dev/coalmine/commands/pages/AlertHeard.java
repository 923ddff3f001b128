package dev.coalmine.commands.pages;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source said something about a problem that an incident is about, and its channel is told. */
record AlertHeard(
        long incident, Instant at, String words, @Nullable String link) implements Happening {

    /** The kind of such an entry in the record, whether the channel is told or not. */
    static final String KIND = "alert";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public @Nullable String person() {
        return null;
    }

    @Override
    public boolean told() {
        return true;
    }
}
