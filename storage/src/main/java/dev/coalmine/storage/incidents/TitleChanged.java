package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.rules.Markup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The incident got another title. */
public record TitleChanged(
        long incident, Instant at, @Nullable String person, String before, String now) implements Happening {

    @Override
    public String kind() {
        return "title";
    }

    @Override
    public String words() {
        return "Title is now “%s” (was “%s”).".formatted(Markup.escape(now), Markup.escape(before));
    }

    @Override
    public boolean told() {
        return true;
    }
}
