package dev.coalmine.sandbox.events;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The line to the app: the first way that is open, and three seconds of patience. */
public final class AppLine {

    private final List<Way> ways;
    private final Duration patience;

    public AppLine(List<Way> ways, Duration patience) {
        this.ways = ways;
        this.patience = patience;
    }

    public boolean connected() {
        return ways.stream().anyMatch(Way::open);
    }

    CompletableFuture<Answer> send(Outgoing what, Attempt attempt) {
        return ways.stream()
                .filter(Way::open)
                .findFirst()
                .map(it -> it.send(what, attempt))
                .orElseGet(() -> CompletableFuture.completedFuture(new Answer.NotConnected()))
                .completeOnTimeout(new Answer.TimedOut(), patience.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(it -> new Answer.NotConnected());
    }
}
