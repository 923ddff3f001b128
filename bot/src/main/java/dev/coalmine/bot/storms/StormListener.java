package dev.coalmine.bot.storms;

import dev.coalmine.commands.storms.StormWatch;
import dev.coalmine.storage.signals.SignalsKept;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Listens for storms while the application runs: as soon as signals are kept, and once in a second for what others kept. */
@Component
class StormListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StormListener.class);
    private static final long POLL_MILLIS = 1_000;
    private static final long PAUSE_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 7;
    private static final Duration STOPPING = Duration.ofSeconds(10);
    // As the reader of the alert log: when the web server has stopped, nothing more comes in.
    private static final int AFTER_THE_WEB_SERVER = Integer.MAX_VALUE - 4_096;

    private final StormWatch watch;
    private final Semaphore wake = new Semaphore(0);
    private int inVain;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    StormListener(StormWatch watch) {
        this.watch = watch;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(SignalsKept kept) {
        wake.release();
    }

    @Override
    public synchronized void start() {
        stopping = false;
        // Not a virtual one: it would hold one of a few carriers while it works.
        thread = Thread.ofPlatform().daemon().name("storm-listener").start(this::listen);
    }

    /** Lets what is under way finish. It is not interrupted: that could close H2's file under everybody. */
    @Override
    public synchronized void stop() {
        stopping = true;
        wake.release();
        try {
            if (thread != null && !thread.join(STOPPING)) {
                LOG.warn("The storm detector has not finished listening in {} s.", STOPPING.toSeconds());
            } else {
                leave();
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

    private void listen() {
        try {
            while (!stopping) {
                if (wake.tryAcquire(listenOnce(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException hurried) {
            LOG.warn("Listening for storms was interrupted.");
        }
    }

    private void leave() {
        try {
            watch.leave();
        } catch (RuntimeException databaseAway) {
            LOG.debug("Others listen for storms when this process has been silent for some seconds.");
        }
    }

    /** Returns for how long to wait then, in milliseconds. What failed had no effect, and is heard again. */
    private long listenOnce() {
        try {
            while (watch.listen() && !stopping) {
                inVain = 0;
            }
            inVain = 0;
            return POLL_MILLIS;
        } catch (RuntimeException | Error failed) {
            LOG.warn("Listening for storms failed and is tried again: {}", failed.toString());
            return PAUSE_MILLIS << Math.min(inVain++, MOST_DOUBLINGS);
        }
    }
}
