package dev.coalmine.bot.slack;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether Slack can be reached, as far as this process sees it. After several calls without an answer nothing is sent
 * but a probe, so a Slack that is down costs nothing and no delivery runs out of attempts. The same holds while it
 * does not accept the token: a new one delivers all that waits.
 */
@Component
public class SlackState {

    private static final Logger log = LoggerFactory.getLogger(SlackState.class);
    private static final int LATEST_CALLS = 10;
    private static final int ENOUGH_CALLS = 5;
    private static final float TOO_MANY_FAILED = 60;

    private final CircuitBreaker breaker = CircuitBreaker.of(
            "slack",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(LATEST_CALLS)
                    .minimumNumberOfCalls(ENOUGH_CALLS)
                    .failureRateThreshold(TOO_MANY_FAILED)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    // Only a probe closes it again.
                    .waitDurationInOpenState(Duration.ofDays(365))
                    .build());
    private final Clock clock;
    private volatile @Nullable Down down;

    SlackState(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        meters.gauge("coalmine.slack.breaker", this, SlackState::gauge);
    }

    /** Since when nothing is sent but a probe: Slack does not answer, or does not accept the token. */
    public Optional<Instant> downSince() {
        return Optional.ofNullable(down).map(Down::since);
    }

    /** Why nothing is sent, for people; empty while all is well. */
    public String why() {
        return Optional.ofNullable(down).map(Down::why).orElse("");
    }

    /** Whether it is the token that Slack no longer accepts: waiting does not help then. */
    public boolean refused() {
        return Optional.ofNullable(down).filter(Down::refused).isPresent();
    }

    /** Whether calls may be made. */
    boolean up() {
        return down == null;
    }

    /** Slack answered, whatever it said. */
    void answered() {
        breaker.onSuccess(0, TimeUnit.MILLISECONDS);
    }

    /** No answer, or that of a server in trouble. */
    synchronized void failed(String why) {
        breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(why));
        if (breaker.getState() == CircuitBreaker.State.OPEN && down == null) {
            goDown("Slack does not answer (%s)".formatted(why), false);
        }
    }

    /** Slack does not accept the token. */
    synchronized void refuses(String code) {
        if (!refused()) {
            goDown(
                    "Slack does not accept the token (%s); give Coalmine a valid one and restart it".formatted(code),
                    true);
        }
    }

    /** Before a probe: one call decides. */
    void tries() {
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            breaker.transitionToHalfOpenState();
            breaker.tryAcquirePermission();
        }
    }

    /** A probe got through with the token accepted. */
    synchronized void back() {
        breaker.transitionToClosedState();
        if (down != null) {
            log.info("Slack is back; what waited since {} is sent now", down.since());
            down = null;
        }
    }

    private void goDown(String why, boolean refused) {
        var since = down == null ? clock.instant() : down.since();
        down = new Down(since, why, refused);
        log.error("Nothing is sent for now, and nothing is lost: {}", why);
    }

    private double gauge() {
        if (refused()) {
            return 2;
        }
        return switch (breaker.getState()) {
            case HALF_OPEN -> 1;
            case OPEN, FORCED_OPEN -> 2;
            case CLOSED, DISABLED, METRICS_ONLY -> 0;
        };
    }

    private record Down(Instant since, String why, boolean refused) {}
}
