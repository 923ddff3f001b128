package dev.coalmine.sandbox.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** So many connections, each sending its next request as soon as the last was answered. */
final class Senders {

    private static final AtomicLong NEXT = new AtomicLong();

    private final URI address;
    private final int connections;

    Senders(URI address, int connections) {
        this.address = address;
        this.connections = connections;
    }

    /** Sends for so long; a request takes {@code step} numbers that no other has. */
    Tally send(Numbered request, int step, Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        Callable<Tally> sender = () -> sendUntil(end, request, step);
        // Platform threads: with so few of them, a blocking read costs less than a virtual thread's way to the poller.
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var futures = threads.invokeAll(
                    Stream.generate(() -> sender).limit(connections).toList());
            List<Tally> parts = futures.stream().map(Senders::done).toList();
            return Tally.of(parts);
        }
    }

    private static Tally done(Future<Tally> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException impossible) {
            throw new IllegalStateException("A sender broke.", impossible);
        }
    }

    private Tally sendUntil(long end, Numbered request, int step) throws InterruptedException {
        var accepted = 0L;
        var refused = 0L;
        var failed = 0L;
        var times = new Times();
        var bytes = request.copy();
        try (var connection = new Connection(address.getHost(), address.getPort())) {
            while (System.nanoTime() < end) {
                request.number(bytes, NEXT.getAndAdd(step));
                var began = System.nanoTime();
                try {
                    var answer = connection.exchange(bytes);
                    switch (answer.status()) {
                        case 200, 202 -> {
                            accepted++;
                            times.add(System.nanoTime() - began);
                        }
                        case 429, 503 -> {
                            refused++;
                            pause(answer.retrySeconds().orElse(1), end);
                        }
                        default -> failed++;
                    }
                } catch (IOException unanswered) {
                    failed++;
                    pause(1, end);
                }
            }
        }
        return new Tally(accepted, refused, failed, times);
    }

    /** As it was told, but not beyond the end. */
    private static void pause(int seconds, long end) throws InterruptedException {
        var nanos = Math.min(TimeUnit.SECONDS.toNanos(seconds), end - System.nanoTime());
        TimeUnit.NANOSECONDS.sleep(Math.max(0, nanos));
    }
}
