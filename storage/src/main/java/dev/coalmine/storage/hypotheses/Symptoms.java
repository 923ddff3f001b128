package dev.coalmine.storage.hypotheses;

import org.jspecify.annotations.Nullable;

/**
 * What is seen, before anybody explains it; each in mark-up, and null while nobody has said.
 *
 * @param unaffected what is well: the cheapest of all falsifiers
 * @param changed what changed shortly before
 */
public record Symptoms(
        @Nullable String onset,
        @Nullable String affected,
        @Nullable String unaffected,
        @Nullable String changed) {

    public static final Symptoms NONE = new Symptoms(null, null, null, null);

    /** With what {@code more} says in place of what was said before; what it does not say stays. */
    public Symptoms with(Symptoms more) {
        return new Symptoms(
                either(more.onset, onset),
                either(more.affected, affected),
                either(more.unaffected, unaffected),
                either(more.changed, changed));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
