package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody knows better when something was. */
public record TimeSet(
        long incident,
        Instant at,
        @Nullable String person,
        Moment moment,
        @Nullable Instant before,
        Instant now) implements Happening {

    @Override
    public String kind() {
        return "time";
    }

    @Override
    public String words() {
        return "Time of “%s” set to %s (%s)."
                .formatted(moment.label(), now, before == null ? "not known before" : "was " + before);
    }

    @Override
    public boolean told() {
        return true;
    }
}
