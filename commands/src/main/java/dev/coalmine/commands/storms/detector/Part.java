package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one source has to do with a storm. */
final class Part {

    static final int MOST_ENTITIES = 1_000;
    private static final int MOST_ATTRIBUTES = 500;

    final Map<String, Integer> texts = new HashMap<>();
    final Map<String, Long> firsts = new HashMap<>();
    final Set<String> entities = new LinkedHashSet<>();
    final List<Map<String, String>> attributes = new ArrayList<>();
    int failures;
    long first = Long.MAX_VALUE;
    long latest;

    /** @param named whether it is also remembered what it was */
    void add(Source.Bad bad, boolean named) {
        failures++;
        first = Math.min(first, bad.at());
        latest = Math.max(latest, bad.at());
        if (bad.template() != null) {
            texts.merge(bad.template(), 1, Integer::sum);
            firsts.merge(bad.template(), bad.at(), Math::min);
        }
        if (named && bad.entity() != null && entities.size() < MOST_ENTITIES) {
            entities.add(bad.entity());
        }
    }

    /** It said so before, already. */
    void begins(String text, long at) {
        first = Math.min(first, at);
        firsts.merge(text, at, Math::min);
    }

    void add(Map<String, String> about) {
        if (!about.isEmpty() && attributes.size() < MOST_ATTRIBUTES) {
            attributes.add(about);
        }
    }

    void keep(Snapshot snapshot) {
        failures = snapshot.number(failures);
        first = snapshot.whole(first);
        latest = snapshot.whole(latest);
        snapshot.counts(texts);
        snapshot.moments(firsts);
        snapshot.all(entities, entity -> snapshot.name(entity == null ? "" : entity));
        snapshot.all(attributes, about -> snapshot.words(about == null ? Map.of() : about));
    }
}
