package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people have said of a source. */
final class Told {

    private static final int MOST_DISMISSED = 4;

    private final Set<Integer> apart = new HashSet<>();
    private final List<Dismissed> dismissed = new ArrayList<>();
    private long expectedUntil;

    void expect(long until) {
        expectedUntil = Math.max(expectedUntil, until);
    }

    boolean isExpected(long received) {
        return received < expectedUntil;
    }

    void apartFrom(Source other) {
        apart.add(other.number);
    }

    boolean isApartFrom(Source other) {
        return apart.contains(other.number);
    }

    void dismiss(Part part, @Nullable String text) {
        dismissed.add(new Dismissed(text, part));
        if (dismissed.size() > MOST_DISMISSED) {
            dismissed.removeFirst();
        }
    }

    /** What was dismissed while it was under way goes on. */
    boolean goesOn(@Nullable String template, @Nullable String entity, long at) {
        for (var one : dismissed) {
            if (one.goesOn(template, entity, at)) {
                return true;
            }
        }
        return false;
    }

    /** It is like something that was dismissed. */
    boolean isDismissed(Source source) {
        return dismissed.stream().anyMatch(one -> one.isLike(source));
    }

    static Told kept(Snapshot snapshot, @Nullable Told told) {
        var kept = told == null ? new Told() : told;
        snapshot.all(kept.apart, other -> snapshot.number(other == null ? 0 : other));
        snapshot.all(kept.dismissed, one -> {
            var read = one == null ? new Dismissed(null, new Part()) : one;
            read.keep(snapshot);
            return read;
        });
        kept.expectedUntil = snapshot.whole(kept.expectedUntil);
        return kept;
    }

    /** What a person said is no storm. */
    private static final class Dismissed {

        private static final long OVER = 30 * 60_000;
        private static final long AT_MOST = 2 * 3_600_000;
        private static final double AS_MANY = 1.5;
        private static final int AND_SOME = 2;
        private static final double MOSTLY = 0.8;

        private final Set<Integer> entities = new HashSet<>();
        private @Nullable String text;
        private int failures;
        private long latest;
        private long dismissed;

        Dismissed(@Nullable String text, Part part) {
            this.text = text;
            this.failures = part.failures;
            this.latest = part.latest;
            this.dismissed = part.latest;
            part.entities.forEach(entity -> entities.add(entity.hashCode()));
        }

        /** Who dismisses the first ten of a hundred dismisses the hundred. */
        boolean goesOn(@Nullable String template, @Nullable String entity, long at) {
            var over = at - latest >= OVER || at - dismissed >= AT_MOST;
            if (over || text != null && !text.equals(template)) {
                return false;
            }
            latest = Math.max(latest, at);
            failures++;
            if (entity != null && entities.size() < Part.MOST_ENTITIES) {
                entities.add(entity.hashCode());
            }
            return true;
        }

        boolean isLike(Source source) {
            if (text != null && !text.equals(source.says())) {
                return false;
            }
            var failed = source.failuresSinceOnset();
            return failed <= AS_MANY * failures + AND_SOME || text == null && known(source) >= MOSTLY * failed;
        }

        private long known(Source source) {
            return source.episode == null
                    ? 0
                    : source.episode.failures.stream()
                            .filter(bad -> bad.at() >= source.onset())
                            .filter(bad -> bad.entity() != null
                                    && entities.contains(bad.entity().hashCode()))
                            .count();
        }

        void keep(Snapshot snapshot) {
            snapshot.all(entities, entity -> snapshot.number(entity == null ? 0 : entity));
            text = snapshot.text(text);
            failures = snapshot.number(failures);
            latest = snapshot.whole(latest);
            dismissed = snapshot.whole(dismissed);
        }
    }
}
