package dev.coalmine.bot.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Asks, while nothing else is sent, whether Slack is back; at first often, later every quarter of a minute. */
@Component
class Probe {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final SlackCalls slack;
    private final SlackState state;
    private final Clock clock;
    private Duration pause = FIRST;
    private Instant last = Instant.EPOCH;

    Probe(SlackCalls slack, SlackState state, Clock clock) {
        this.slack = slack;
        this.state = state;
        this.clock = clock;
    }

    /** Whether Slack is back; asks only when it is time to. */
    boolean finds() {
        var apart = Duration.between(last, clock.instant());
        // After the clock was set back it is time, too.
        if (!apart.isNegative() && apart.compareTo(pause) < 0) {
            return false;
        }
        var back = asks();
        pause = back ? FIRST : longer();
        last = clock.instant();
        return back;
    }

    private boolean asks() {
        state.tries();
        try {
            slack.now("auth.test", api -> api.authTest(r -> r));
            state.back();
            return true;
        } catch (Undelivered stillAway) {
            return false;
        }
    }

    private Duration longer() {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }
}
