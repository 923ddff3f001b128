package dev.coalmine.sandbox.load;

import dev.coalmine.sandbox.script.Script;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slash commands at a steady rate, whether or not earlier ones have been answered, so that a slow answer does not slow
 * the questions down and hide itself. Times are those from sending a command to its acknowledgement, as the sandbox
 * measured them.
 */
public final class Load {

    // What people do in an incident: mostly they write things down and look at how it stands.
    private static final List<String> WORDS = List.of(
            "/incident note load %d",
            "/incident status",
            "/incident note still going, line %d",
            "/incident timeline 5",
            "/incident surprise number %d",
            "/incident list",
            "/incident roles",
            "/incident help severity");
    private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "dan", "erin");

    private final Script sandbox;
    private final LoadSettings settings;
    private final PrintStream out;
    private final ConcurrentLinkedQueue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();

    public Load(LoadSettings settings, PrintStream out) {
        this.sandbox = new Script(settings.sandbox());
        this.settings = settings;
        this.out = out;
    }

    /** Returns whether every command was acknowledged in Slack's three seconds. */
    public boolean run() throws InterruptedException {
        var channel = incidentChannel();
        out.printf("Warming up for %d s in #%s%n", settings.warmUp().toSeconds(), channel);
        drive(channel, settings.warmUp());
        acknowledged.clear();
        failed.set(0);
        out.printf(
                "%d commands a second for %d s%n",
                settings.rate(), settings.time().toSeconds());
        drive(channel, settings.time());
        report();
        return failed.get() == 0;
    }

    private String incidentChannel() throws InterruptedException {
        sandbox.as("alice").types("general", "/incident declare drill Load run");
        for (var tries = 0; tries < 100; tries++) {
            var found = sandbox.channelsStarting("inc-").stream()
                    .filter(channel -> channel.name().endsWith("load-run"))
                    .reduce((_, newest) -> newest);
            if (found.isPresent()) {
                return found.get().name();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("No channel was made for the load run. Does the bot run?");
    }

    private void drive(String channel, Duration time) throws InterruptedException {
        var commands = (int) (time.toSeconds() * settings.rate());
        var open = new CountDownLatch(commands);
        var nanos = TimeUnit.SECONDS.toNanos(1) / settings.rate();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < commands; i++) {
                var number = i;
                clock.schedule(
                        () -> people.execute(() -> {
                            ask(channel, number);
                            open.countDown();
                        }),
                        number * nanos,
                        TimeUnit.NANOSECONDS);
            }
            open.await();
        }
    }

    private void ask(String channel, int number) {
        var person = PEOPLE.get(number % PEOPLE.size());
        var words = WORDS.get(number % WORDS.size()).formatted(number);
        try {
            acknowledged.add(sandbox.as(person).types(channel, words).ackedMillis());
        } catch (RuntimeException | AssertionError unanswered) {
            failed.incrementAndGet();
        }
    }

    private void report() {
        var sorted = acknowledged.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            out.printf("No command was acknowledged.%n");
            return;
        }
        out.printf(
                "acknowledged %d, failed %d; p50 %d ms, p99 %d ms, maximum %d ms%n",
                sorted.length,
                failed.get(),
                sorted[percentile(sorted.length, 50)],
                sorted[percentile(sorted.length, 99)],
                sorted[sorted.length - 1]);
    }

    /** The nearest rank: the smallest value that so many percent do not exceed. */
    private static int percentile(int count, int percent) {
        return Math.max(0, (int) Math.ceil(count * percent / 100.0) - 1);
    }
}
