package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * How well storms are found, per family and in all; no test, for it demands nothing.
 *
 * <p>{@code mvn test -pl commands -am -Dtest=StormMeasure -Dsurefire.failIfNoSpecifiedTests=false -Dstorms.seeds=1-10}
 *
 * <p>Seeds 1 to 30 and 101 to 130 are for development; 201 to 230, 301 to 330 and 401 to 430 were played when nothing was changed
 * any more. Who changes the detector measures it in the end on seeds that nobody has played, and changes nothing because of what
 * they show.
 * {@code -Dstorms.families=CALM,RELAPSE} plays only those families, {@code -Dstorms.why=true} also lists each storm that was
 * missed, told late or given a wrong beginning, and each alarm that was false or too many.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class StormMeasure {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Test
    void asTheyCame() {
        measure("As they came", families(), Recording::play, UnaryOperator.identity());
    }

    @Test
    void elsewhere() {
        measure("Elsewhere", Variation.values(), Elsewhere::new, UnaryOperator.identity());
    }

    @Test
    void withoutAnyText() {
        measure("Without any text", families(), Recording::play, Score::withoutText);
    }

    private <K> void measure(String title, K[] kinds, BiFunction<K, Long, MadeUp> made, UnaryOperator<Signal> changed) {
        var tallies = new LinkedHashMap<K, Tally>();
        for (var kind : kinds) {
            var tally = tallies.computeIfAbsent(kind, _ -> new Tally());
            seeds().forEach(seed -> tally.add(Score.of(kind + " " + seed, made.apply(kind, seed), changed)));
        }
        print(title, tallies);
    }

    private <K> void print(String title, Map<K, Tally> tallies) {
        var total = new Tally();
        tallies.values().forEach(total::add);
        out.printf("%n%s, seeds %s, %d signals%n", title, seedRange(), total.signals);
        out.println(Tally.HEADING);
        tallies.forEach((kind, tally) -> out.println(tally.line(kind.toString())));
        out.println(total.line("total"));
        if (Boolean.getBoolean("storms.why")) {
            total.notes.forEach(out::println);
        }
    }

    private static Family[] families() {
        var named = System.getProperty("storms.families");
        return named == null
                ? Family.values()
                : Stream.of(named.split(",")).map(Family::valueOf).toArray(Family[]::new);
    }

    private static String seedRange() {
        return System.getProperty("storms.seeds", "1-3");
    }

    private static LongStream seeds() {
        var ends = seedRange().split("-");
        return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
    }
}
