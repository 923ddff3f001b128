package dev.coalmine.bot.webhooks;

import dev.coalmine.bot.webhooks.NextRows.Outcome;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.LoggedAlert;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the alert log for a consumer while the application runs, at most as fast as one thread can that also rests:
 * whoever presses a button meanwhile comes first.
 *
 * <p>A row that cannot be read is counted and passed over. While the database is in trouble the row waits. A row that
 * fails otherwise is tried five times and then set aside with its reason, so that it does not hold up those behind it.
 */
class AlertLogReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertLogReader.class);

    private static final int MOST_FAILURES = 5;
    // Another replica may have appended, which does not wake us.
    private static final long POLL_SECONDS = 1;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 7;
    // Ten large transactions in a second take a third of what a hundred small ones take, and a storm may be told within
    // one.
    private static final long SHORTEST_PRESSED_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration STOPPING = Duration.ofSeconds(10);
    // The web server stops before: its graceful shutdown is 1,024 below the maximum, its end 2,048.
    private static final int AFTER_THE_WEB_SERVER = Integer.MAX_VALUE - 4_096;

    private final AlertLog log;
    private final LogConsumer<?> consumer;
    private final NextRows<?> next;
    private final Map<Long, Integer> failures = new HashMap<>();
    private final Semaphore wake = new Semaphore(0);
    private int inVain;
    private @Nullable Thread thread;
    private CountDownLatch stopped = new CountDownLatch(0);

    <T> AlertLogReader(AlertLog log, LogConsumer<T> consumer, NextRows<T> next) {
        this.log = log;
        this.consumer = consumer;
        this.next = next;
    }

    /** Says that there is something to read. */
    void wake() {
        wake.release();
    }

    @Override
    public synchronized void start() {
        var untilStopped = new CountDownLatch(1);
        stopped = untilStopped;
        // Not a virtual one: it would hold one of a few carriers while it works.
        thread = Thread.ofPlatform()
                .daemon()
                .name("alert-log-" + consumer.name())
                .start(() -> read(untilStopped));
    }

    /** Lets the rows under way finish. It is not interrupted: that could close H2's file under everybody. */
    @Override
    public synchronized void stop() {
        stopped.countDown();
        wake();
        try {
            if (thread != null && !thread.join(STOPPING)) {
                LOG.warn(
                        "The reader “{}” of the alert log has not finished its rows in {} s.",
                        consumer.name(),
                        STOPPING.toSeconds());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_WEB_SERVER;
    }

    private void read(CountDownLatch untilStopped) {
        try {
            while (untilStopped.getCount() > 0) {
                untilStopped.await(readOn(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException stopping) {
            LOG.warn("The reader of the alert log was interrupted.");
        }
    }

    /** Handles some rows, or waits for one; returns for how long to rest then, in nanoseconds. */
    private long readOn() throws InterruptedException {
        var began = System.nanoTime();
        return switch (next.handle()) {
            case Outcome.Done(var full) -> {
                inVain = 0;
                yield rest(System.nanoTime() - began, full);
            }
            case Outcome.NothingNew() -> {
                inVain = 0;
                awaitMore();
                yield 0;
            }
            case Outcome.DatabaseTrouble(var why) -> {
                LOG.warn("The alert log waits for the database: {}", Outline.of(why));
                yield pause();
            }
            case Outcome.Narrowed(var why) -> {
                LOG.warn("Rows of the alert log are handled one by one, as some failed: {}", Outline.of(why));
                yield 0;
            }
            case Outcome.Failed(var row, var why) -> failed(row, why) ? 0 : pause();
        };
    }

    /**
     * What is being sent comes before what is being read: sources give up soon, and the log keeps. Where the next
     * transaction is full already, there is nothing to wait for.
     */
    private long rest(long worked, boolean full) {
        var pace = consumer.pace();
        var rest = Math.min(worked / pace.workToRest(), LONGEST_REST_NANOS);
        return log.pressed()
                ? Math.clamp(worked * pace.pressedRest(), full ? rest : SHORTEST_PRESSED_REST_NANOS, LONGEST_REST_NANOS)
                : rest;
    }

    /** Twice as long each time, from a tenth of a second to about thirteen. */
    private long pause() {
        return TimeUnit.MILLISECONDS.toNanos(FIRST_PAUSE_MILLIS << Math.min(inVain++, MOST_DOUBLINGS));
    }

    private boolean failed(LoggedAlert row, Throwable why) {
        LOG.warn("Row {} of the alert log failed: {}", row.place(), Outline.of(why));
        var enough = failures.merge(row.number(), 1, Integer::sum) >= MOST_FAILURES;
        if (enough && setAside(row, why)) {
            failures.remove(row.number());
            return true;
        }
        return false;
    }

    private boolean setAside(LoggedAlert row, Throwable why) {
        try {
            next.setAside(row, why);
            return true;
        } catch (RuntimeException trouble) {
            LOG.warn("Row {} of the alert log could not be set aside: {}", row.place(), Outline.of(trouble));
            return false;
        }
    }

    private void awaitMore() throws InterruptedException {
        if (wake.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
            wake.drainPermits();
        }
    }
}
