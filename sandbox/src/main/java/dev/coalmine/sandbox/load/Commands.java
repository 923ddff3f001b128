package dev.coalmine.sandbox.load;

import dev.coalmine.sandbox.script.Script;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slash commands at a steady rate, whether or not earlier ones have been answered, so that a slow answer does not slow
 * the questions down and hide itself. Times are those from sending a command to its acknowledgement, as the sandbox
 * measured them.
 */
final class Commands {

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
    private final String channel;
    private final int rate;

    private Commands(Script sandbox, String channel, int rate) {
        this.sandbox = sandbox;
        this.channel = channel;
        this.rate = rate;
    }

    /**
     * What became of the commands of one phase.
     *
     * @param failed how many were not acknowledged within Slack's three seconds
     */
    record Answered(Times times, int failed) {}

    /** Declares an incident whose channel they are typed in. */
    static Commands at(Script sandbox, int rate) throws InterruptedException {
        var before = channels(sandbox).size();
        sandbox.as("alice").types("general", "/incident declare drill Load run");
        for (var tries = 0; tries < 300; tries++) {
            var now = channels(sandbox);
            if (now.size() > before) {
                return new Commands(sandbox, now.getLast(), rate);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("No channel was made for the load run. Does the bot run?");
    }

    Answered drive(Duration time) throws InterruptedException {
        var commands = (int) (time.toSeconds() * rate);
        var open = new CountDownLatch(commands);
        var nanos = TimeUnit.SECONDS.toNanos(1) / rate;
        var times = new Times();
        var failed = new AtomicInteger();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < commands; i++) {
                var number = i;
                Runnable asking = () -> {
                    ask(number, times, failed);
                    open.countDown();
                };
                clock.schedule(() -> people.execute(asking), number * nanos, TimeUnit.NANOSECONDS);
            }
            open.await();
        }
        return new Answered(times, failed.get());
    }

    private void ask(int number, Times times, AtomicInteger failed) {
        var person = PEOPLE.get(number % PEOPLE.size());
        var words = WORDS.get(number % WORDS.size()).formatted(number);
        try {
            var acked = sandbox.as(person).types(channel, words).ackedMillis();
            times.add(TimeUnit.MILLISECONDS.toNanos(acked));
        } catch (RuntimeException | AssertionError unanswered) {
            failed.incrementAndGet();
        }
    }

    private static List<String> channels(Script sandbox) {
        return sandbox.channelsStarting("inc-").stream()
                .map(channel -> channel.name())
                .filter(name -> name.endsWith("load-run"))
                .toList();
    }
}
