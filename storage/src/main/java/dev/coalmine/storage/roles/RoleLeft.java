package dev.coalmine.storage.roles;

import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.rules.Markup;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody no longer has a role. */
public record RoleLeft(long incident, Instant at, @Nullable String person, String role, String holder)
        implements Happening {

    @Override
    public String kind() {
        return "role";
    }

    @Override
    public String words() {
        return "%s is no longer %s.".formatted(Markup.person(holder), role);
    }

    @Override
    public boolean told() {
        return true;
    }
}
