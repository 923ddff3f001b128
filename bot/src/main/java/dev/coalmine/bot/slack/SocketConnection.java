package dev.coalmine.bot.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.socket_mode.SocketModeClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Keeps a Socket Mode connection open for as long as Coalmine runs. Slack may be away at start or go away at any
 * time; the SDK's own reconnecting is watched, and the connection built anew when it does not come back.
 */
@Component
public class SocketConnection implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SocketConnection.class);

    // With fewer, an answer waits behind slow handlers and misses Slack's three seconds.
    private static final int CONCURRENCY = 32;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final int MOST_MISSES = 3;
    private static final Duration FIRST_TRY = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final App app;
    private final SlackSettings settings;
    private volatile @Nullable SocketModeApp connection;
    private CountDownLatch stopped = new CountDownLatch(0);
    private CountDownLatch firstTry = new CountDownLatch(0);
    private @Nullable Thread supervisor;

    SocketConnection(App app, SlackSettings settings) {
        this.app = app;
        this.settings = settings;
    }

    /** Whether events arrive by a socket at all, rather than by HTTP. */
    public boolean wanted() {
        return settings.socketMode();
    }

    /** Whether the socket answers now. */
    public boolean connected() {
        var current = connection;
        return current != null && current.getClient().verifyConnection();
    }

    @Override
    public void start() {
        if (wanted()) {
            stopped = new CountDownLatch(1);
            firstTry = new CountDownLatch(1);
            supervisor = Thread.ofVirtual().name("socket-mode").start(this::supervise);
            awaitFirstTry();
        }
    }

    /** Whoever sees Coalmine up should be able to use it; but Slack being away holds nothing up for long. */
    private void awaitFirstTry() {
        try {
            if (!firstTry.await(FIRST_TRY.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Slack does not answer yet; starting without it.");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        close();
        if (supervisor != null) {
            try {
                supervisor.join(Duration.ofSeconds(5));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        supervisor = null;
    }

    @Override
    public boolean isRunning() {
        return supervisor != null;
    }

    // People are answered only once everything that answers them runs, and no longer when it has stopped.
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void supervise() {
        var failures = 0;
        try {
            while (stopped.getCount() > 0) {
                var connected = connect();
                firstTry.countDown();
                failures = connected ? watch() : failures + 1;
                var pause = Duration.ofMillis(250L << Math.min(failures, 7));
                stopped.await(Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis()), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean connect() {
        try {
            var fresh = new SocketModeApp(settings.appToken(), app, SocketModeClient.Backend.Tyrus, CONCURRENCY);
            fresh.startAsync();
            connection = fresh;
            log.info("Connected to Slack by Socket Mode.");
            return true;
        } catch (Exception e) {
            log.warn("Slack cannot be reached by Socket Mode yet: {}", e.toString());
            return false;
        }
    }

    /** Returns once the connection is lost for good, or Coalmine stops. */
    private int watch() throws InterruptedException {
        var misses = 0;
        while (misses < MOST_MISSES) {
            if (stopped.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                return 0;
            }
            misses = connected() ? 0 : misses + 1;
        }
        log.warn("The Socket Mode connection was lost; building a new one.");
        close();
        return 0;
    }

    private void close() {
        var current = connection;
        connection = null;
        if (current != null) {
            try {
                current.close();
            } catch (Exception e) {
                log.debug("Closing the old connection failed: {}", e.toString());
            }
        }
    }
}
