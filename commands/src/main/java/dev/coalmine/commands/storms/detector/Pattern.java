package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has failed together before, so often that it is no news; until a person calls it real. */
final class Pattern {

    private static final int KNOWN_AFTER = 3;
    private static final double MOSTLY = 0.8;
    private static final int MOST_REMEMBERED = 16;

    final Layer layer;
    /** Of what failed; names as numbers, which are a tenth as large. */
    private final Set<Integer> entities = new HashSet<>();

    final List<Long> firsts = new ArrayList<>();
    private final List<Integer> storms = new ArrayList<>();
    private boolean real;
    private int seen;

    Pattern(Layer layer) {
        this.layer = layer;
    }

    /** Whether hardly anything of it has never been part of this before. */
    boolean covers(Set<String> failed) {
        return !failed.isEmpty() && failed.size() - strangers(failed) >= MOSTLY * failed.size();
    }

    int strangers(Set<String> failed) {
        return (int) failed.stream()
                .filter(entity -> !entities.contains(entity.hashCode()))
                .count();
    }

    void happened(Storm storm) {
        seen++;
        real |= storm.real;
        storm.entities().stream().limit(Part.MOST_ENTITIES).forEach(entity -> entities.add(entity.hashCode()));
        firsts.add(storm.first());
        storms.add(storm.number);
        if (firsts.size() > MOST_REMEMBERED) {
            firsts.removeFirst();
            storms.removeFirst();
        }
    }

    boolean isNoNews() {
        return seen >= KNOWN_AFTER && !real;
    }

    /** A person says that it was real when it was called that number. */
    void calledReal(int number) {
        real |= storms.contains(number);
    }

    int size() {
        return entities.size();
    }

    static Pattern kept(Snapshot snapshot, @Nullable Pattern pattern) {
        var layer = Layer.values()[snapshot.number(pattern == null ? 0 : pattern.layer.ordinal())];
        var kept = pattern == null ? new Pattern(layer) : pattern;
        snapshot.all(kept.entities, entity -> snapshot.number(entity == null ? 0 : entity));
        snapshot.all(kept.firsts, first -> snapshot.whole(first == null ? 0 : first));
        snapshot.all(kept.storms, storm -> snapshot.number(storm == null ? 0 : storm));
        kept.real = snapshot.yes(kept.real);
        kept.seen = snapshot.number(kept.seen);
        return kept;
    }
}
