package dev.coalmine.bot.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Sensitivity;
import dev.coalmine.commands.storms.detector.Signal;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How many signals a second one core hears; {@link Benchmarks} starts it. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@OutputTimeUnit(TimeUnit.SECONDS)
public class StormBenchmark {

    private static final int BATCH = 100_000;
    private static final int LINES = 400_000;
    // What was usual is known by then.
    private static final int HISTORY = 3_000_000;

    private final Signal[] batch = new Signal[BATCH];
    private final PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    private Traffic traffic = new Traffic();
    private Detector detector = new Detector(Sensitivity.USUAL);
    private byte[] lines = {};
    private int next;

    @Setup(Level.Trial)
    public void history() {
        for (var n = 0; n < HISTORY; n++) {
            detector.hear(traffic.next());
        }
        var text = new StringBuilder();
        var recorded = new Traffic();
        for (var n = 0; n < LINES; n++) {
            text.append(Traffic.line(recorded.next()));
        }
        lines = text.toString().getBytes(UTF_8);
        next = BATCH;
    }

    /** Signals are made outside of what is timed. */
    @Setup(Level.Invocation)
    public void signals() {
        if (next + 1 >= BATCH) {
            for (var n = 0; n < BATCH; n++) {
                batch[n] = traffic.next();
            }
            next = 0;
        }
    }

    /** The detector alone. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(BATCH)
    public long hears() {
        var events = 0L;
        for (var signal : batch) {
            events += detector.hear(signal).size();
        }
        next = BATCH;
        return events;
    }

    /** With lines of JSON, from the first on, when nothing is known of ten thousand sources. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(LINES)
    public int replays() {
        return new Replay(new ByteArrayInputStream(lines), nowhere, nowhere).run(List.of("-"));
    }

    /** How long one signal takes until it is judged. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public int decides() {
        return detector.hear(batch[next++]).size();
    }
}
