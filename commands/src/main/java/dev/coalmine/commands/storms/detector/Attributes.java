package dev.coalmine.commands.storms.detector;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What signals usually are like, to tell what sets failures apart: the value that many of them and usually few have
 * (after Adtributor, Bhagwan and others 2014). Names and numbers of single things explain nothing.
 */
final class Attributes {

    // One signal in so many is enough to know what is usual.
    private static final int SAMPLE = 16;
    private static final int MOST_VALUES = 50_000;
    private static final double ENOUGH = 0.8;

    private final Map<String, Map<String, int[]>> usual = new HashMap<>();
    private int heard;
    private int sampled;
    private int values;

    void hear(Map<String, String> attributes) {
        if (attributes.isEmpty() || heard++ % SAMPLE != 0) {
            return;
        }
        sampled++;
        attributes.forEach((name, value) -> {
            var counts = usual.computeIfAbsent(name, _ -> new HashMap<>());
            var count = counts.get(value);
            if (count != null) {
                count[0]++;
            } else if (values < MOST_VALUES) {
                values++;
                counts.put(value, new int[] {1});
            }
        });
    }

    /**
     * @param share among the failures
     * @param usual share among all
     */
    record Leading(String name, String value, double share, double usual) {}

    /** What explains these failures best, if anything does. */
    Optional<Leading> leading(List<Map<String, String>> failures) {
        var counts = new HashMap<String, Map<String, Integer>>();
        for (var failure : failures) {
            failure.forEach((name, value) ->
                    counts.computeIfAbsent(name, _ -> new HashMap<>()).merge(value, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .filter(it -> !singles(it.getValue(), failures.size()))
                .flatMap(it -> it.getValue().entrySet().stream()
                        .map(value -> leading(it.getKey(), value.getKey(), value.getValue(), failures.size())))
                .filter(it -> it.share >= ENOUGH && it.share > 1.5 * it.usual)
                .max(Comparator.comparingDouble((Leading it) -> it.share * Math.log(it.share / it.usual))
                        .thenComparing(Leading::name));
    }

    private static boolean singles(Map<String, Integer> values, int failures) {
        return values.size() > Math.max(3, failures / 2);
    }

    private Leading leading(String name, String value, int count, int failures) {
        var known = usual.getOrDefault(name, Map.of()).get(value);
        var before = known == null ? 0.5 : known[0] + 0.5;
        return new Leading(name, value, (double) count / failures, Math.min(1, before / (sampled + 1.0)));
    }

    /** The values that nothing has been heard of for long are forgotten with all others' halves. */
    void decay() {
        for (var counts : usual.values()) {
            Set<String> gone = new HashSet<>();
            counts.forEach((value, count) -> {
                count[0] /= 2;
                if (count[0] == 0) {
                    gone.add(value);
                }
            });
            gone.forEach(counts::remove);
            values -= gone.size();
        }
        sampled /= 2;
    }
}
