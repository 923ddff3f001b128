package dev.coalmine.sandbox.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Slack's limits per method, kept only when asked for. */
public final class Rates {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration POST_PAUSE = Duration.ofSeconds(1);
    /** Slack lets short bursts through. */
    private static final int POST_BURST = 5;

    private final Clock clock;
    private final Map<String, Deque<Instant>> calls = new HashMap<>();
    private volatile boolean on;

    public Rates(Clock clock, boolean on) {
        this.clock = clock;
        this.on = on;
    }

    public synchronized void keep(boolean on) {
        this.on = on;
        calls.clear();
    }

    public boolean kept() {
        return on;
    }

    /** How long to wait, when this call comes too soon. */
    public synchronized Optional<Duration> refuse(String method, int perMinute, @Nullable String channel) {
        if (!on || perMinute == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var wait = spent(method, perMinute, MINUTE);
        if (wait.isEmpty() && method.equals("chat.postMessage") && channel != null) {
            return spent(method + channel, POST_BURST, POST_PAUSE.multipliedBy(POST_BURST));
        }
        return wait;
    }

    private Optional<Duration> spent(String key, int most, Duration window) {
        var now = clock.instant();
        var recent = calls.computeIfAbsent(key, it -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peek().plus(window).isAfter(now)) {
            recent.poll();
        }
        if (recent.size() >= most) {
            return Optional.of(Duration.between(now, recent.element().plus(window)));
        }
        recent.add(now);
        return Optional.empty();
    }
}
