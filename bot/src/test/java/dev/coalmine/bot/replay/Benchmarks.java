package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Sensitivity;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Not run by itself: {@code mvn test -pl bot -am -Pbenchmarks}; docs/storms.md. */
class Benchmarks {

    private static final int TOLD = 2_000_000;
    private static final int DETECTORS = 8;
    private static final int LAUNCHES = 28;
    private static final long SIX_HOURS = 6 * 3_600_000L;

    @Test
    void speed() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(StormBenchmark.class.getSimpleName())
                        .shouldFailOnError(true)
                        .jvmArgs("-Xmx2g")
                        .build())
                .run();
    }

    /** Ten thousand launchers, of which each launches a host every six hours, for a week: hardly anything was told of late. */
    @Test
    void roomForASource() throws IOException {
        var names = IntStream.range(0, Traffic.SOURCES)
                .mapToObj("source-%d"::formatted)
                .toList();
        var before = used();
        // Several, so that what is only needed once, as the classes are, is little beside them.
        var detectors = Stream.generate(() -> aWeek(names)).limit(DETECTORS).toList();
        print("a launch in six hours of each", detectors.getFirst(), (used() - before) / DETECTORS);
    }

    private static Detector aWeek(List<String> launchers) {
        var detector = new Detector(Sensitivity.USUAL);
        var random = new SplittableRandom(1);
        for (var n = 0; n < LAUNCHES * Traffic.SOURCES; n++) {
            var at = 1_772_409_600_000L + n * SIX_HOURS / Traffic.SOURCES;
            var launcher = launchers.get(n % Traffic.SOURCES);
            var host = "h-" + n;
            var outcome = random.nextInt(50) == 0 ? Outcome.FAILED : Outcome.SUCCEEDED;
            detector.hear(launch(at, launcher, host, Outcome.STARTED));
            detector.hear(launch(at + 40_000, launcher, host, outcome));
        }
        return detector;
    }

    private static Signal launch(long at, String source, String host, Outcome outcome) {
        return new Signal(at, at, Signal.Kind.LAUNCH, source, true, host, outcome, null, Map.of());
    }

    @Test
    void roomInATorrent() throws IOException {
        var before = used();
        var traffic = new Traffic();
        var names = used() - before;
        var detector = new Detector(Sensitivity.USUAL);
        for (var n = 0; n < TOLD; n++) {
            detector.hear(traffic.next());
        }
        print("a signal a second of each", detector, used() - before - names);
    }

    private static void print(String traffic, Detector detector, long heap) throws IOException {
        var written = new Counted();
        detector.save(written);
        System.out.printf(
                "%d sources, %s: %d bytes each in memory, with what they told in the last half hour; %d in a"
                        + " snapshot%n",
                Traffic.SOURCES, traffic, heap / Traffic.SOURCES, written.count / Traffic.SOURCES);
    }

    private static long used() {
        for (var n = 0; n < 3; n++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static final class Counted extends OutputStream {

        private long count;

        @Override
        public void write(int one) {
            count++;
        }
    }
}
