package dev.coalmine.bot.heartbeats;

import dev.coalmine.commands.heartbeats.Silences;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has silence looked for every few seconds. */
@Component
class SilenceWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SilenceWatch.class);

    private final Silences silences;
    private CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread watch;

    SilenceWatch(Silences silences) {
        this.silences = silences;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        watch = Thread.ofVirtual().name("silence").start(this::look);
    }

    @Override
    public void stop() {
        stopped.countDown();
        watch = null;
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }

    private void look() {
        try {
            do {
                lookOnce();
            } while (!stopped.await(silences.lookEvery().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            silences.look();
        } catch (RuntimeException trouble) {
            log.warn("Who is silent cannot be seen now: {}", trouble.toString());
        }
    }
}
