package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Sensitivity;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Not run by itself: {@code mvn test -pl bot -am -Pbenchmarks}; docs/storms.md. */
class Benchmarks {

    private static final int TOLD = 2_000_000;

    @Test
    void speed() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(StormBenchmark.class.getSimpleName())
                        .shouldFailOnError(true)
                        .jvmArgs("-Xmx2g")
                        .build())
                .run();
    }

    @Test
    void room() throws IOException {
        var before = used();
        var traffic = new Traffic();
        var names = used() - before;
        var detector = new Detector(Sensitivity.USUAL);
        for (var n = 0; n < TOLD; n++) {
            detector.hear(traffic.next());
        }
        var heap = used() - before - names;
        var written = new Counted();
        detector.save(written);
        System.out.printf(
                "%d sources: %d bytes each in memory, with what they told in the last half hour; %d in a snapshot%n",
                Traffic.SOURCES, heap / Traffic.SOURCES, written.count / Traffic.SOURCES);
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
