package dev.coalmine.bot.slack;

import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Lanes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what became of an attempt. A delivery leaves the outbox only as sent, or as dead with a reason. */
@Component
class Results {

    private static final Logger log = LoggerFactory.getLogger(Results.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    // With doubling pauses of at most five minutes that is about a day of trying.
    private static final int MOST_ATTEMPTS = 300;
    // A call that was not answered may still be carried out; looking too early would not find it.
    private static final Duration BEFORE_LOOKING = Duration.ofSeconds(2);

    private final Lanes lanes;
    private final Clock clock;
    private final MeterRegistry meters;

    Results(Lanes lanes, Clock clock, MeterRegistry meters) {
        this.lanes = lanes;
        this.clock = clock;
        this.meters = meters;
    }

    /** @return how long until it is to be tried again; zero when it is done with */
    Duration keep(Delivery delivery, Turn turn, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done() -> sent(delivery);
            case Outcome.Held(var in, var reason) -> held(delivery, turn, in, reason);
            case Outcome.Later(var in, var reason) -> later(delivery, longer(in, backoff(delivery)), reason);
            case Outcome.Unsure(var reason) -> unsure(delivery, reason);
            case Outcome.Dead(var reason) -> giveUp(delivery, reason);
        };
    }

    private Duration sent(Delivery delivery) {
        lanes.sent(delivery);
        meters.counter("coalmine.outbox.sent", "kind", delivery.kind()).increment();
        return Duration.ZERO;
    }

    private Duration held(Delivery delivery, Turn turn, Duration in, String reason) {
        if (turn.called()) {
            return later(delivery, in, reason);
        }
        lanes.putBack(delivery, clock.instant().plus(in), reason);
        return in;
    }

    private Duration later(Delivery delivery, Duration in, String reason) {
        lanes.postpone(delivery, clock.instant().plus(in), reason);
        return in;
    }

    private Duration unsure(Delivery delivery, String reason) {
        if (delivery.attempts() >= MOST_ATTEMPTS) {
            return giveUp(delivery, "tried %d times: %s".formatted(delivery.attempts(), reason));
        }
        var in = longer(BEFORE_LOOKING, backoff(delivery));
        lanes.unsure(delivery, clock.instant().plus(in), reason);
        return in;
    }

    private Duration giveUp(Delivery delivery, String reason) {
        log.warn("Gave up delivery {} ({} in {}): {}", delivery.id(), delivery.kind(), delivery.lane(), reason);
        lanes.giveUp(delivery, reason);
        return Duration.ZERO;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration backoff(Delivery delivery) {
        var pause = Duration.ofMillis(250L << Math.min(delivery.attempts(), 12));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
