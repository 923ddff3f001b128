package dev.coalmine.bot.slack;

import dev.coalmine.storage.outbox.Backlog;
import dev.coalmine.storage.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How much waits in the outbox, for graphs and alarms. Read from the record at most every few seconds. */
@Component
class OutboxMeters {

    private static final Logger log = LoggerFactory.getLogger(OutboxMeters.class);
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final List<Integer> PRIORITIES = List.of(1, 2, 3);

    private final Outbox outbox;
    private final Clock clock;
    private Backlog latest = new Backlog(List.of(), 0, 0);
    private Instant read = Instant.EPOCH;

    OutboxMeters(Outbox outbox, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.clock = clock;
        for (var priority : PRIORITIES) {
            var tags = Tags.of("priority", String.valueOf(priority));
            meters.gauge("coalmine.outbox.waiting", tags, this, it -> it.waiting(priority));
            meters.gauge("coalmine.outbox.age", tags, this, it -> it.age(priority));
        }
        meters.gauge("coalmine.outbox.unsure", this, it -> it.backlog().unsure());
        meters.gauge("coalmine.outbox.dead", this, it -> it.backlog().dead());
    }

    private double waiting(int priority) {
        return of(priority).map(Backlog.Waiting::count).orElse(0L);
    }

    /** In seconds. */
    private double age(int priority) {
        return of(priority)
                .map(waiting -> Duration.between(waiting.oldest(), clock.instant()))
                .filter(age -> !age.isNegative())
                .map(age -> age.toMillis() / 1_000.0)
                .orElse(0.0);
    }

    private Optional<Backlog.Waiting> of(int priority) {
        return backlog().waiting().stream()
                .filter(waiting -> waiting.priority() == priority)
                .findFirst();
    }

    private synchronized Backlog backlog() {
        var now = clock.instant();
        if (Duration.between(read, now).abs().compareTo(FRESH) > 0) {
            read = now;
            try {
                latest = outbox.backlog();
            } catch (RuntimeException away) {
                log.debug("The outbox cannot be counted: {}", away.toString());
            }
        }
        return latest;
    }
}
