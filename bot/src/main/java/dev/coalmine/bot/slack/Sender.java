package dev.coalmine.bot.slack;

import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Lanes;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.replicas.Replicas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Empties the outbox: lanes side by side, each lane in order, the most important lanes first. What Slack's rates do
 * not allow yet is not even taken up, so it holds up nothing else.
 */
@Component
class Sender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private static final int AT_ONCE = 50;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration CLOCK_JITTER = Duration.ofSeconds(2);
    // Spring waits ten seconds; a call that takes longer is looked for by whoever comes next.
    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(8);

    private final Lanes lanes;
    private final Errands errands;
    private final Results results;
    private final Rates rates;
    private final SlackState state;
    private final Probe probe;
    private final Replicas replicas;
    private final Heartbeat heartbeat;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Set<Long> underway = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private Instant lastRound = Instant.EPOCH;
    private @Nullable ExecutorService executor;
    private @Nullable Thread loop;

    Sender(
            Lanes lanes,
            Errands errands,
            Results results,
            Rates rates,
            SlackState state,
            Probe probe,
            Replicas replicas,
            Heartbeat heartbeat,
            Clock clock) {
        this.lanes = lanes;
        this.errands = errands;
        this.results = results;
        this.rates = rates;
        this.state = state;
        this.probe = probe;
        this.replicas = replicas;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void filled(Outbox.Filled event) {
        wake.release();
    }

    @Override
    public void start() {
        running = true;
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        executor = threads;
        loop = Thread.ofVirtual().name("sender").start(() -> run(threads));
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        try {
            if (loop != null) {
                loop.join(LONGEST_WAIT);
            }
            if (executor != null) {
                executor.shutdown();
                executor.awaitTermination(PATIENCE_AT_THE_END.toMillis(), TimeUnit.MILLISECONDS);
            }
            if (underway.isEmpty()) {
                heartbeat.nothingIsUnderway();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(ExecutorService threads) {
        while (running) {
            try {
                if (!round(threads)) {
                    sleep();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException trouble) {
                log.warn("The outbox cannot be read: {}", trouble.toString());
                pauseAfterTrouble();
            }
        }
    }

    private void sleep() throws InterruptedException {
        if (wake.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        } else {
            // A copy, as what ends meanwhile would change it under the query; only this thread adds to it.
            lanes.recover(Set.copyOf(underway));
        }
    }

    /** @return whether anything was begun */
    private boolean round(ExecutorService threads) {
        mindTheClock();
        if (!state.up()) {
            if (!probe.finds()) {
                return false;
            }
            lanes.hurry();
        }
        if (!replicas.livesFor(SlackClient.CALL)) {
            return false;
        }
        return beginWhatIsDue(threads);
    }

    /** What was put off by a clock that has been set back since would wait for too long; nothing waits at the start. */
    private void mindTheClock() {
        var now = clock.instant();
        if (lastRound.equals(Instant.EPOCH) || now.isBefore(lastRound.minus(CLOCK_JITTER))) {
            lanes.hurry();
        }
        lastRound = now;
    }

    private boolean beginWhatIsDue(ExecutorService threads) {
        var limited = new HashSet<String>();
        var begun = false;
        boolean more;
        do {
            var before = limited.size();
            // Begun at once: the database may go away before the next look.
            for (var attempt : take(AT_ONCE - underway.size(), limited)) {
                begin(attempt, threads);
                begun = true;
            }
            // Behind what the rates do not allow there may be something that they do.
            more = limited.size() > before && underway.size() < AT_ONCE;
        } while (more);
        return begun;
    }

    private List<Attempt> take(int most, Set<String> limited) {
        if (most <= 0) {
            return List.of();
        }
        var turns = new LinkedHashMap<Delivery, Turn>();
        for (var delivery : lanes.due(most, limited)) {
            if (!limited.contains(delivery.kind())) {
                admit(delivery, turns, limited);
            }
        }
        return claim(turns);
    }

    private void admit(Delivery delivery, Map<Delivery, Turn> turns, Set<String> limited) {
        var method = errands.firstCall(delivery.kind());
        if (method == null || rates.take(method, delivery.urgency()).isZero()) {
            turns.put(delivery, new Turn(delivery.urgency(), method));
        } else {
            limited.add(delivery.kind());
        }
    }

    private List<Attempt> claim(Map<Delivery, Turn> turns) {
        var byId = new HashMap<Long, Turn>();
        turns.forEach((delivery, turn) -> byId.put(delivery.id(), turn));
        var attempts = new ArrayList<Attempt>();
        try {
            for (var delivery : lanes.take(turns.keySet())) {
                attempts.add(new Attempt(delivery, Objects.requireNonNull(byId.remove(delivery.id()))));
            }
        } catch (DuplicateKeyException taken) {
            log.debug("Another replica took a lane at the same moment; looking again");
        } finally {
            byId.values().forEach(turn -> turn.unused().forEach(rates::giveBack));
        }
        return attempts;
    }

    private void begin(Attempt attempt, ExecutorService threads) {
        underway.add(attempt.delivery().id());
        try {
            threads.execute(() -> deliver(attempt.delivery(), attempt.turn()));
        } catch (RuntimeException stopping) {
            underway.remove(attempt.delivery().id());
            throw stopping;
        }
    }

    private void deliver(Delivery delivery, Turn turn) {
        MDC.put("delivery", String.valueOf(delivery.id()));
        delivery.incident().ifPresent(incident -> MDC.put("incident", String.valueOf(incident)));
        try {
            var outcome = turn.run(() -> errands.run(delivery));
            turn.unused().forEach(rates::giveBack);
            while (!settled(delivery, turn, outcome) && running) {
                pauseAfterTrouble();
            }
        } finally {
            underway.remove(delivery.id());
            MDC.clear();
            wake.release();
        }
    }

    /** While the database is away the outcome is held in memory; after a crash the row counts as unsure. */
    private boolean settled(Delivery delivery, Turn turn, Outcome outcome) {
        try {
            wakeIn(results.keep(delivery, turn, outcome));
            return true;
        } catch (RuntimeException trouble) {
            log.warn("What became of delivery {} cannot be written down yet: {}", delivery.id(), trouble.toString());
            return false;
        }
    }

    /** For what is due sooner than the loop would look again. */
    private void wakeIn(Duration wait) {
        if (wait.isPositive() && wait.compareTo(LONGEST_WAIT) < 0) {
            Thread.startVirtualThread(() -> {
                pause(wait);
                wake.release();
            });
        }
    }

    private void pauseAfterTrouble() {
        pause(LONGEST_WAIT);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private record Attempt(Delivery delivery, Turn turn) {}
}
