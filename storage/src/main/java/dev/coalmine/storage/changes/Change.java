package dev.coalmine.storage.changes;

import dev.coalmine.storage.rules.Storable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that was changed on purpose. Texts are cut to the lengths below, and freed of what a database cannot hold.
 *
 * @param at when it began, by the sender's clock
 * @param ended when it was over, if it took time and is over
 * @param received when Coalmine heard of it
 * @param what it was, in the sender's words; at most 1,000 characters, never empty
 * @param service what was changed, as the catalog names it; at most 200 characters
 * @param who did it, a person or a program; at most 200 characters
 * @param outcome how it ended, in the sender's word; at most 50 characters
 * @param link to where it can be looked at; left out if it is longer than 2,000 characters
 * @param origin who told of it: the name of a hook, or {@link #BY_HAND}
 * @param id the sender's own, by which it is known when it is told again; at most 500 characters
 */
public record Change(
        Instant at,
        @Nullable Instant ended,
        Instant received,
        Kind kind,
        String what,
        @Nullable String service,
        @Nullable String who,
        @Nullable String outcome,
        @Nullable String link,
        String origin,
        @Nullable String id) {

    /** The origin of what a person wrote down. */
    public static final String BY_HAND = "hand";

    private static final int LONGEST_LINK = 2_000;

    /** What sort of change. */
    public enum Kind {
        DEPLOYMENT,
        FLAG,
        CONFIGURATION,
        RUN,
        OTHER;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> read(String word) {
            return Stream.of(values())
                    .filter(kind -> kind.word().equalsIgnoreCase(word))
                    .findFirst();
        }
    }

    public Change {
        at = at.truncatedTo(ChronoUnit.MICROS);
        ended = ended == null ? null : ended.truncatedTo(ChronoUnit.MICROS);
        received = received.truncatedTo(ChronoUnit.MICROS);
        what = Storable.text(what, 1_000);
        if (what.isEmpty()) {
            throw new IllegalArgumentException("A change needs words.");
        }
        service = Storable.orNull(service, 200);
        who = Storable.orNull(who, 200);
        outcome = Storable.orNull(outcome, 50);
        link = link == null || link.length() > LONGEST_LINK ? null : Storable.orNull(link, LONGEST_LINK);
        origin = Storable.text(origin, 100);
        id = Storable.orNull(id, 500);
    }

    /** When it last did something: at its end, or at its beginning while it is not known to be over. */
    public Instant latest() {
        return ended == null ? at : ended;
    }

    /** The same change of a service by another name. */
    public Change of(@Nullable String otherService) {
        return new Change(at, ended, received, kind, what, otherService, who, outcome, link, origin, id);
    }
}
