package dev.coalmine.bot.health;

import dev.coalmine.commands.outbox.TellOperators;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds whether operators have to be told of something. */
@Component
class DeadLetterWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterWatch.class);
    private static final int PAUSE_SECONDS = 5;

    private final TellOperators operators;
    private CountDownLatch stopped = new CountDownLatch(0);
    private @Nullable Thread watch;

    DeadLetterWatch(TellOperators operators) {
        this.operators = operators;
    }

    @Override
    public void start() {
        stopped = new CountDownLatch(1);
        watch = Thread.ofVirtual().name("dead-letters").start(this::look);
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
            while (!stopped.await(PAUSE_SECONDS, TimeUnit.SECONDS)) {
                tell();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell() {
        try {
            operators.ofWhatWasGivenUp();
        } catch (RuntimeException trouble) {
            log.warn("Whether something was given up cannot be seen now: {}", trouble.toString());
        }
    }
}
