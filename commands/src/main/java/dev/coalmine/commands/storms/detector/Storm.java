package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A storm, and what belongs to it. */
final class Storm {

    private static final int MOST_ATTRIBUTES = 500;
    private static final double MOSTLY = 1.6;

    final int number;
    final Layer layer;
    final long opened;
    final double surprise;
    final Map<Source, Integer> members = new LinkedHashMap<>();
    final Map<String, Integer> texts = new HashMap<>();
    final List<Map<String, String>> attributes = new ArrayList<>();
    private final Map<String, Long> firsts = new HashMap<>();
    private long first = Long.MAX_VALUE;
    long latest;
    int automated;
    int manual;
    boolean newText;
    long evidenceReceived;
    long ended;
    StormEvent.Kind kind = StormEvent.Kind.STORM;

    Storm(int number, Layer layer, long opened, double surprise) {
        this.number = number;
        this.layer = layer;
        this.opened = opened;
        this.surprise = surprise;
        this.evidenceReceived = opened;
    }

    /** It joins with what failed since its onset. */
    void join(Source source, long onset) {
        source.storm = this;
        members.putIfAbsent(source, 0);
        var episode = source.episode;
        if (episode != null) {
            episode.failures.stream().filter(bad -> bad.at() >= onset).forEach(bad -> add(source, bad));
            episode.attributes.stream().limit(MOST_ATTRIBUTES).forEach(this::add);
        }
    }

    void add(Source source, Source.Bad bad) {
        members.merge(source, 1, Integer::sum);
        first = Math.min(first, bad.at());
        latest = Math.max(latest, bad.at());
        if (source.byHand) {
            manual++;
        } else {
            automated++;
        }
        if (bad.template() != null) {
            texts.merge(bad.template(), 1, Integer::sum);
            firsts.merge(bad.template(), bad.at(), Math::min);
        }
    }

    /** When it began; where failures say the same, what failed before and said something else did not begin it. */
    long first() {
        var text = text();
        var clear = text != null && MOSTLY * texts.getOrDefault(text, 0) > failures();
        return clear ? firsts.getOrDefault(text, first) : first;
    }

    void add(Map<String, String> about) {
        if (!about.isEmpty() && attributes.size() < MOST_ATTRIBUTES) {
            attributes.add(about);
        }
    }

    int failures() {
        return automated + manual;
    }

    /** What at least half of its failures say; null if there is no such text. */
    @Nullable
    String text() {
        return texts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .filter(it -> it.getValue() >= 2 && 2 * it.getValue() >= failures())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** Names of its sources, by hand or not, in the order in which they joined. */
    List<String> sources() {
        return members.keySet().stream().map(source -> source.name).distinct().toList();
    }

    /** Whether it is nothing that anybody would get used to. */
    boolean isNoHabit() {
        return members.size() >= 3 || newText || layer == Layer.BREADTH;
    }

    long lasts() {
        return Math.max(60_000, latest - first());
    }
}
