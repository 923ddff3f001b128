package dev.coalmine.storage.hypotheses;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody thinks something that they did not think before, or not so.
 *
 * @param kind {@code hypothesis}, {@code evidence}, {@code test}, {@code symptoms}, {@code plan} or {@code question}
 * @param what what is new, in mark-up
 * @param believed what was believed then, so that the record keeps it; empty where it says nothing
 */
public record Thought(
        long incident,
        Instant at,
        String kind,
        @Nullable String person,
        String what,
        String believed,
        boolean told,
        @Nullable String link)
        implements Happening {

    @Override
    public String words() {
        return believed.isEmpty() ? what : what + "\n_" + believed + "_";
    }
}
