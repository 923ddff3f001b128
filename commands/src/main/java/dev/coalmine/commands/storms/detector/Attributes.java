package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What signals usually are like, to tell what sets failures apart: the value that many of them and usually few have, or two
 * values together (after Adtributor, Bhagwan and others 2014). Names and numbers of single things explain nothing.
 */
final class Attributes {

    // A thousand signals drawn evenly from all (Vitter's algorithm R) are enough to know what is usual.
    private static final int SAMPLE = 1_000;
    private static final int OF_ITS_OWN = 20;
    private static final double ENOUGH = 0.8;
    private static final double ALL_BUT = 0.95;
    private static final double SETS_APART = 1.5;

    private final List<Usual> sample = new ArrayList<>();
    private long heard;

    /** A source is as usual, and its signal has these. */
    void hear(Source source, Map<String, String> attributes) {
        if (attributes.isEmpty()) {
            return;
        }
        heard++;
        if (sample.size() < SAMPLE) {
            sample.add(new Usual(source.number, attributes));
            return;
        }
        // By chance, and yet the same each time it is played.
        var place = Long.remainderUnsigned(SeenLately.mix(heard), heard);
        if (place < SAMPLE) {
            sample.set((int) place, new Usual(source.number, attributes));
        }
    }

    /** What explains the failures of that storm best, if anything does. */
    Optional<StormView.Leading> leading(Storm storm) {
        var failures = storm.attributes();
        var usual = usual(storm);
        var single = best(values(failures).map(List::of).toList(), failures, usual);
        if (single.filter(it -> it.share() >= ALL_BUT).isPresent()) {
            return single;
        }
        return Stream.concat(single.stream(), best(pairs(failures), failures, usual).stream())
                .max(ORDER);
    }

    /** What these sources are usually like; if not enough is known of them, what all are like. */
    private List<Map<String, String>> usual(Storm storm) {
        Set<Integer> members = new HashSet<>();
        storm.members.keySet().forEach(source -> members.add(source.number));
        var own = sample.stream()
                .filter(usual -> members.contains(usual.source))
                .map(Usual::attributes)
                .toList();
        return own.size() >= OF_ITS_OWN
                ? own
                : sample.stream().map(Usual::attributes).toList();
    }

    private static final Comparator<StormView.Leading> ORDER = Comparator.comparingDouble(
                    (StormView.Leading it) -> it.share() * Math.log(it.share() / it.usualShare()))
            .thenComparing(StormView.Leading::name)
            .thenComparing(StormView.Leading::value);

    private static Optional<StormView.Leading> best(
            List<List<Value>> candidates, List<Map<String, String>> failures, List<Map<String, String>> usual) {
        return candidates.stream()
                .map(values -> leading(values, failures, usual))
                .filter(it -> it.share() >= ENOUGH && it.share() > SETS_APART * it.usualShare())
                .max(ORDER);
    }

    private static StormView.Leading leading(
            List<Value> values, List<Map<String, String>> failures, List<Map<String, String>> usual) {
        return new StormView.Leading(
                String.join(", ", values.stream().map(Value::name).toList()),
                String.join(", ", values.stream().map(Value::value).toList()),
                having(values, failures) / Math.max(1, failures.size()),
                (having(values, usual) + 0.5) / (usual.size() + 1));
    }

    private static double having(List<Value> values, List<Map<String, String>> all) {
        return all.stream()
                .filter(one -> values.stream().allMatch(it -> it.value.equals(one.get(it.name))))
                .count();
    }

    /** Those that enough failures have; of what is different each time, none. */
    private static Stream<Value> values(List<Map<String, String>> failures) {
        var counts = new HashMap<String, Map<String, Integer>>();
        failures.forEach(failure -> failure.forEach((name, value) ->
                counts.computeIfAbsent(name, _ -> new HashMap<>()).merge(value, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(it -> it.getValue().size() <= Math.max(3, failures.size() / 2))
                .flatMap(it -> it.getValue().entrySet().stream()
                        .filter(value -> value.getValue() >= ENOUGH * failures.size())
                        .map(value -> new Value(it.getKey(), value.getKey())));
    }

    private static List<List<Value>> pairs(List<Map<String, String>> failures) {
        var values = values(failures)
                .sorted(Comparator.comparing(Value::name).thenComparing(Value::value))
                .toList();
        List<List<Value>> pairs = new ArrayList<>();
        for (var one = 0; one < values.size(); one++) {
            for (var other = one + 1; other < values.size(); other++) {
                pairs.add(List.of(values.get(one), values.get(other)));
            }
        }
        return pairs;
    }

    /** What is heard from now on counts more than what was heard long ago. */
    void decay() {
        heard = Math.min(heard, 7 * heard / 8 + SAMPLE);
    }

    void keep(Snapshot snapshot) {
        heard = snapshot.whole(heard);
        snapshot.all(sample, usual -> {
            var source = snapshot.number(usual == null ? 0 : usual.source);
            return new Usual(source, snapshot.words(usual == null ? Map.of() : usual.attributes));
        });
    }

    private record Value(String name, String value) {}

    private record Usual(int source, Map<String, String> attributes) {}
}
