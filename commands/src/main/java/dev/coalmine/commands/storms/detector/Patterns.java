package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has failed together before. */
final class Patterns {

    private static final int MOST = 200;

    private final List<Pattern> known = new ArrayList<>();

    /** It is over for good. */
    void remember(Storm storm) {
        var failed = storm.entities();
        if (failed.isEmpty()) {
            return;
        }
        var like = like(storm.layer, failed);
        var pattern = like == null ? new Pattern(storm.layer) : like;
        pattern.happened(storm);
        // The one that happened last is forgotten last.
        known.remove(pattern);
        known.add(pattern);
        if (known.size() > MOST) {
            known.removeFirst();
        }
    }

    private @Nullable Pattern like(Layer layer, Set<String> failed) {
        return known.stream()
                .filter(pattern -> pattern.layer == layer && pattern.covers(failed))
                .findFirst()
                .orElse(null);
    }

    /** What the storm only repeats, if it does. */
    @Nullable
    Pattern repeatedBy(Storm storm) {
        var failed = storm.entities();
        return known.stream()
                .filter(pattern -> pattern.layer == storm.layer && pattern.isNoNews() && pattern.covers(failed))
                .findFirst()
                .orElse(null);
    }

    void calledReal(int storm) {
        known.forEach(pattern -> pattern.calledReal(storm));
    }

    int number(@Nullable Pattern pattern) {
        return pattern == null ? -1 : known.indexOf(pattern);
    }

    @Nullable
    Pattern numbered(int number) {
        return number < 0 ? null : known.get(number);
    }

    void keep(Snapshot snapshot) {
        snapshot.all(known, pattern -> Pattern.kept(snapshot, pattern));
    }
}
