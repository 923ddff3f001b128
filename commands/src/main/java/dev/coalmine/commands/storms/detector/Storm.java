package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A storm, and what belongs to it. */
final class Storm {

    private static final double MOSTLY = 1.6;
    private static final long MINUTE = 60_000;
    private static final int SHORTEST_QUIET = 20;
    private static final int GAPS = 3;
    // Ten thousand services in a storm would fill the memory with what each of them said of each host.
    private static final int MOST_DETAILS = 50_000;

    final int number;
    final Layer layer;
    final long opened;
    final double surprise;
    final Map<Source, Part> members = new LinkedHashMap<>();
    final Map<String, Integer> texts = new HashMap<>();
    private final Map<String, Long> firsts = new HashMap<>();
    private @Nullable String leading;
    private long first = Long.MAX_VALUE;
    private int details;
    /** How many members there were when it was last spoken of. */
    int spokenOf;
    /** What succeeded since its first failure, by the number of the source. */
    final Map<Integer, Integer> succeeded = new HashMap<>();

    long latest;
    int automated;
    int manual;
    boolean newText;
    /** Whether a person said that it is one. */
    boolean real;

    /** What its members did of late. */
    final Lately lately = new Lately();

    long evidenceReceived;
    long ended;
    StormEvent.Kind kind = StormEvent.Kind.STORM;

    /** What it is like so much that it is taken for no more than a notice. */
    @Nullable
    Pattern pattern;

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
        members.putIfAbsent(source, new Part());
        var episode = source.episode;
        if (episode != null) {
            episode.failures.stream().filter(bad -> bad.at() >= onset).forEach(bad -> add(source, bad));
            episode.attributes.forEach(about -> add(source, about));
        }
    }

    void add(Source source, Source.Bad bad) {
        members.computeIfAbsent(source, _ -> new Part()).add(bad, details++ < MOST_DETAILS);
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
            leads(bad.template());
        }
    }

    /** What is new and is said for some time, is of this storm even where successes in between spoke against one. */
    void firstSaid(Texts usual) {
        for (var part : members.values()) {
            part.texts.forEach((text, count) -> {
                if (count >= 2 && usual.isNew(text)) {
                    part.begins(text, usual.since(text, part.first));
                }
            });
        }
        reckon();
    }

    private void leads(String text) {
        var count = texts.getOrDefault(text, 0);
        var most = leading == null ? 0 : texts.getOrDefault(leading, 0);
        if (leading == null || count > most || count == most && text.compareTo(leading) > 0) {
            leading = text;
        }
    }

    void add(Source source, Map<String, String> about) {
        if (details < MOST_DETAILS) {
            members.computeIfAbsent(source, _ -> new Part()).add(about);
        }
    }

    /** It has nothing to do with that source any more. */
    void leaves(Source source) {
        var part = members.remove(source);
        source.storm = null;
        if (part != null) {
            part.texts.forEach((text, count) -> texts.merge(text, -count, Integer::sum));
            texts.values().removeIf(count -> count <= 0);
            reckon();
            automated -= source.byHand ? 0 : part.failures;
            manual -= source.byHand ? part.failures : 0;
        }
    }

    /** Anew from what its members say. */
    private void reckon() {
        first = members.values().stream().mapToLong(part -> part.first).min().orElse(Long.MAX_VALUE);
        firsts.clear();
        members.values().forEach(part -> part.firsts.forEach((text, at) -> firsts.merge(text, at, Math::min)));
        leading = null;
        texts.keySet().forEach(this::leads);
    }

    /** When it began; where failures say the same, what failed before and said something else did not begin it. */
    long first() {
        var text = text();
        var clear = text != null && MOSTLY * texts.getOrDefault(text, 0) > failures();
        var began = first == Long.MAX_VALUE ? opened : first;
        return clear ? firsts.getOrDefault(text, began) : began;
    }

    /** What the clock of the source showed to which something happened then. */
    long shown(long at) {
        for (var member : members.entrySet()) {
            var part = member.getValue();
            if (part.first == at || part.latest == at || part.firsts.containsValue(at)) {
                return member.getKey().shown(at);
            }
        }
        return at;
    }

    int failures() {
        return automated + manual;
    }

    /** What at least half of its failures say; null if there is no such text. */
    @Nullable
    String text() {
        var count = leading == null ? 0 : texts.getOrDefault(leading, 0);
        return count >= 2 && 2 * count >= failures() ? leading : null;
    }

    /** Whether that is what it says, which nobody said before; after some hours it is as usual as anything. */
    boolean saysAnew(@Nullable String template, long received) {
        return newText && template != null && template.equals(text()) && received - opened < Evidence.NEW_NORMAL;
    }

    /** Names of its sources, by hand or not, in the order in which they joined. */
    List<String> sources() {
        return members.keySet().stream().map(source -> source.name).distinct().toList();
    }

    /** What has failed, as far as that is named. */
    Set<String> entities() {
        var entities = new LinkedHashSet<String>();
        members.values().forEach(part -> entities.addAll(part.entities));
        return entities;
    }

    List<Map<String, String>> attributes() {
        var all = new ArrayList<Map<String, String>>();
        members.values().forEach(part -> all.addAll(part.attributes));
        return all;
    }

    /** Whether it is nothing that anybody would get used to. */
    boolean isNoHabit() {
        return real || members.size() >= 3 || newText || layer == Layer.BREADTH;
    }

    /** Whether nothing new spoke for it for some time, and no more of what is in it failed than when all is well. */
    boolean isQuiet(long now) {
        var minutes = quietMinutes();
        var millis = minutes * MINUTE;
        var alerts = layer == Layer.LAUNCHERS
                ? 0
                : members.keySet().stream()
                        .mapToDouble(source -> source.usual(millis))
                        .sum();
        return now - evidenceReceived >= millis && lately.isAsUsual(now, minutes, alerts);
    }

    /** Where something fails every ten minutes only, twenty without a failure say little. */
    private int quietMinutes() {
        var gap = lasts() / Math.max(1, failures());
        return (int) Math.clamp(GAPS * gap / MINUTE, SHORTEST_QUIET, Lately.MINUTES);
    }

    long lasts() {
        return Math.max(60_000, latest - first());
    }

    /** Writes it down or reads it back; the fields that never change come first. */
    static Storm kept(Snapshot snapshot, @Nullable Storm storm, IntFunction<Source> sources) {
        var number = snapshot.number(storm == null ? 0 : storm.number);
        var layer = Layer.values()[snapshot.number(storm == null ? 0 : storm.layer.ordinal())];
        var opened = snapshot.whole(storm == null ? 0 : storm.opened);
        var surprise = snapshot.real(storm == null ? 0 : storm.surprise);
        var kept = storm == null ? new Storm(number, layer, opened, surprise) : storm;
        kept.keep(snapshot, sources);
        return kept;
    }

    private void keep(Snapshot snapshot, IntFunction<Source> sources) {
        snapshot.all(new ArrayList<>(members.entrySet()), member -> {
            var source = sources.apply(snapshot.number(member == null ? 0 : member.getKey().number));
            var part = member == null ? new Part() : member.getValue();
            part.keep(snapshot);
            members.put(source, part);
            return Map.entry(source, part);
        });
        snapshot.counts(texts);
        snapshot.all(new ArrayList<>(succeeded.entrySet()), count -> {
            var source = snapshot.number(count == null ? 0 : count.getKey());
            succeeded.put(source, snapshot.number(count == null ? 0 : count.getValue()));
            return Map.entry(source, 0);
        });
        latest = snapshot.whole(latest);
        automated = snapshot.number(automated);
        manual = snapshot.number(manual);
        newText = snapshot.yes(newText);
        real = snapshot.yes(real);
        evidenceReceived = snapshot.whole(evidenceReceived);
        ended = snapshot.whole(ended);
        kind = StormEvent.Kind.values()[snapshot.number(kind.ordinal())];
        spokenOf = snapshot.number(spokenOf);
        details = snapshot.number(details);
        lately.keep(snapshot);
        if (snapshot.reading()) {
            reckon();
        }
    }
}
