package dev.coalmine.bot.slack;

import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Empties the outbox: lanes side by side, each lane in order. A delivery leaves the outbox only as sent, or as dead
 * with a reason that people are shown.
 */
@Component
class Sender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private static final int AT_ONCE = 50;
    private static final long LONGEST_WAIT_MILLIS = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    // With doubling pauses of at most five minutes that is about a day of trying.
    private static final int MOST_ATTEMPTS = 300;

    private final Outbox outbox;
    private final Errands errands;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private @Nullable ExecutorService lanes;
    private @Nullable Thread loop;

    Sender(Outbox outbox, Errands errands, Clock clock) {
        this.outbox = outbox;
        this.errands = errands;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void filled(Outbox.Filled event) {
        wake.release();
    }

    @Override
    public void start() {
        outbox.recover();
        running = true;
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        lanes = executor;
        loop = Thread.ofVirtual().name("sender").start(() -> run(executor));
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        try {
            if (loop != null) {
                loop.join(Duration.ofSeconds(5));
            }
            if (lanes != null) {
                lanes.shutdown();
                lanes.awaitTermination(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(ExecutorService executor) {
        while (running) {
            try {
                if (!startDue(executor) && wake.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException trouble) {
                log.warn("The outbox cannot be read: {}", trouble.toString());
                pauseAfterTrouble();
            }
        }
    }

    private boolean startDue(ExecutorService executor) {
        var due = outbox.due(AT_ONCE).stream().filter(outbox::claim).toList();
        due.forEach(delivery -> executor.execute(() -> deliver(delivery)));
        return !due.isEmpty();
    }

    private void deliver(Delivery delivery) {
        var outcome = errands.run(delivery);
        try {
            while (!settled(delivery, outcome) && running) {
                pauseAfterTrouble();
            }
        } finally {
            wake.release();
        }
    }

    /** While the database is away the outcome is held in memory; after a crash the row counts as unsure. */
    private boolean settled(Delivery delivery, Outcome outcome) {
        try {
            settle(delivery, outcome);
            return true;
        } catch (RuntimeException trouble) {
            log.warn("What became of delivery {} cannot be written down yet: {}", delivery.id(), trouble.toString());
            return false;
        }
    }

    private void settle(Delivery delivery, Outcome outcome) {
        switch (outcome) {
            case Outcome.Done() -> outbox.sent(delivery.id());
            case Outcome.Later(var in, var reason) -> again(delivery, in, reason);
            case Outcome.Unsure(var reason) -> unsure(delivery, reason);
            case Outcome.Dead(var reason) -> giveUp(delivery, reason);
        }
    }

    private void again(Delivery delivery, Duration in, String reason) {
        var wait = in.compareTo(backoff(delivery)) > 0 ? in : backoff(delivery);
        outbox.again(delivery.id(), clock.instant().plus(wait), reason);
    }

    private void unsure(Delivery delivery, String reason) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            giveUp(delivery, "tried %d times: %s".formatted(delivery.attempts(), reason));
        } else {
            outbox.unsure(delivery.id(), clock.instant().plus(backoff(delivery)), reason);
        }
    }

    private void giveUp(Delivery delivery, String reason) {
        log.warn("Gave up delivery {} ({} in {}): {}", delivery.id(), delivery.kind(), delivery.lane(), reason);
        outbox.dead(delivery.id(), reason);
    }

    private static Duration backoff(Delivery delivery) {
        var pause = Duration.ofMillis(250L << Math.min(delivery.attempts(), 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void pauseAfterTrouble() {
        try {
            TimeUnit.MILLISECONDS.sleep(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException stopping) {
            running = false;
        }
    }
}
