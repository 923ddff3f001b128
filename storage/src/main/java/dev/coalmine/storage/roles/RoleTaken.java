package dev.coalmine.storage.roles;

import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.rules.Markup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody took a role, or was asked to. */
public record RoleTaken(long incident, Instant at, @Nullable String person, String role, String holder)
        implements Happening {

    @Override
    public String kind() {
        return "role";
    }

    @Override
    public String words() {
        return "%s is %s.".formatted(Markup.person(holder), role);
    }

    @Override
    public boolean told() {
        return true;
    }
}
