package dev.coalmine.bot.webhooks;

import dev.coalmine.bot.webhooks.NextRow.Outcome;
import dev.coalmine.storage.pages.LoggedAlert;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the alert log in order while the application runs.
 *
 * <p>A row that cannot be read is counted and passed over. While the database is in trouble the row waits. A row that
 * fails otherwise is tried five times and then set aside with its reason, so that it does not hold up those behind it.
 */
@Component
class AlertLogReader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertLogReader.class);

    private static final int MOST_FAILURES = 5;
    // Another replica may have appended, which does not wake us.
    private static final long POLL_SECONDS = 1;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration STOPPING = Duration.ofSeconds(10);
    // The web server stops before: its graceful shutdown is 1,024 below the maximum, its end 2,048.
    private static final int AFTER_THE_WEB_SERVER = Integer.MAX_VALUE - 4_096;

    private final NextRow next;
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Thread thread;
    private CountDownLatch stopped = new CountDownLatch(0);

    AlertLogReader(NextRow next) {
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
        thread = Thread.ofVirtual().name("alert-log-reader").start(() -> read(untilStopped));
    }

    /** Lets the row under way finish. It is not interrupted: that could close H2's file under everybody. */
    @Override
    public synchronized void stop() {
        stopped.countDown();
        wake();
        try {
            if (thread != null && !thread.join(STOPPING)) {
                LOG.warn("The reader of the alert log has not finished its row in {} s.", STOPPING.toSeconds());
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
        var tries = Tries.NONE;
        try {
            while (untilStopped.getCount() > 0) {
                tries = readOn(tries);
                if (tries.any()) {
                    untilStopped.await(tries.pauseMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopping) {
            LOG.warn("The reader of the alert log was interrupted.");
        }
    }

    /** Handles one row, or waits for one; returns what has been tried in vain since the last that was done. */
    private Tries readOn(Tries tries) throws InterruptedException {
        return switch (next.handle()) {
            case Outcome.Done() -> Tries.NONE;
            case Outcome.NothingNew() -> {
                awaitMore();
                yield Tries.NONE;
            }
            case Outcome.DatabaseTrouble(var why) -> {
                LOG.warn("The alert log waits for the database: {}", Outline.of(why));
                yield tries.oneMore(false);
            }
            case Outcome.Failed(var row, var why) -> failed(row, why, tries.oneMore(true));
        };
    }

    private Tries failed(LoggedAlert row, Throwable why, Tries tries) {
        LOG.warn("Row {} of the alert log failed: {}", row.number(), Outline.of(why));
        return tries.failures() >= MOST_FAILURES && setAside(row, why) ? Tries.NONE : tries;
    }

    private boolean setAside(LoggedAlert row, Throwable why) {
        try {
            next.setAside(row, why);
            return true;
        } catch (RuntimeException trouble) {
            LOG.warn("Row {} of the alert log could not be set aside: {}", row.number(), Outline.of(trouble));
            return false;
        }
    }

    private void awaitMore() throws InterruptedException {
        if (wake.tryAcquire(POLL_SECONDS, TimeUnit.SECONDS)) {
            wake.drainPermits();
        }
    }

    /**
     * What has been tried in vain.
     *
     * @param all how often
     * @param failures how often the database was not to blame
     */
    private record Tries(int all, int failures) {

        static final Tries NONE = new Tries(0, 0);

        boolean any() {
            return all > 0;
        }

        Tries oneMore(boolean failure) {
            return new Tries(all + 1, failures + (failure ? 1 : 0));
        }

        /** Twice as long each time, from a tenth of a second to about thirteen. */
        long pauseMillis() {
            return FIRST_PAUSE_MILLIS << Math.min(all - 1, MOST_DOUBLINGS);
        }
    }
}
