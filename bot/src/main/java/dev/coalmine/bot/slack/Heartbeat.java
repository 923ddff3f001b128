package dev.coalmine.bot.slack;

import dev.coalmine.storage.replicas.Replicas;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells the other replicas every few seconds that this one lives. Begins before the sender and ends after it. */
@Component
class Heartbeat implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);
    private static final long EVERY_MILLIS = 3_000;

    private final Replicas replicas;
    private final Semaphore stopping = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean nothingUnderway;
    private volatile double living = 1;

    Heartbeat(Replicas replicas, MeterRegistry meters) {
        this.replicas = replicas;
        meters.gauge("coalmine.replicas", this, it -> it.living);
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 1;
    }

    @Override
    public void start() {
        running = true;
        nothingUnderway = false;
        replicas.join();
        Thread.ofVirtual().name("heartbeat").start(this::beat);
    }

    /** The sender has ended, and whatever it began has ended, too: others may take up all that is left. */
    void nothingIsUnderway() {
        nothingUnderway = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.release();
        if (nothingUnderway) {
            leave();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void beat() {
        try {
            while (!stopping.tryAcquire(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                beatOnce();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void beatOnce() {
        try {
            replicas.beat();
            living = replicas.living();
        } catch (RuntimeException away) {
            log.warn("Other replicas cannot be told that this one lives: {}", away.toString());
        }
    }

    // Without that the others wait until this one was not heard for the lease.
    private void leave() {
        try {
            replicas.leave();
        } catch (RuntimeException away) {
            log.debug("Left without saying so: {}", away.toString());
        }
    }
}
