package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Intake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Remembers what it is given; a test may make it fail. */
class RememberingIntake implements Intake {

    private final BlockingQueue<Alert> taken = new LinkedBlockingQueue<>();
    private volatile Consumer<Alert> before = alert -> {};

    @Override
    public void take(List<Alert> alerts) {
        for (var alert : alerts) {
            before.accept(alert);
            taken.add(alert);
        }
    }

    void before(Consumer<Alert> before) {
        this.before = before;
    }

    Alert next() {
        return next(Duration.ofSeconds(10));
    }

    Alert next(Duration patience) {
        try {
            var alert = taken.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(alert).as("an alert within %s", patience).isNotNull();
            return alert;
        } catch (InterruptedException hurried) {
            throw new AssertionError(hurried);
        }
    }

    List<Alert> all() {
        var all = new ArrayList<Alert>();
        taken.drainTo(all);
        return all;
    }
}
