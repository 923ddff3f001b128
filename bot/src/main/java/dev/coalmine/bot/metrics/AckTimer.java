package dev.coalmine.bot.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Measures, as {@code coalmine.ack}, how long those who ask wait for their answer. */
@Component
public class AckTimer {

    private final MeterRegistry meters;

    AckTimer(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Gives the answer that is waited for.
     *
     * @param door the way by which the asking came in
     * @param status the answer's status in HTTP, by which it counts as answered, refused or failed
     */
    public <T> T time(String door, Callable<T> answering, ToIntFunction<T> status) throws Exception {
        var began = Timer.start(meters);
        var outcome = "failed";
        try {
            var answer = answering.call();
            outcome = outcome(status.applyAsInt(answer));
            return answer;
        } finally {
            began.stop(meters.timer("coalmine.ack", "door", door, "outcome", outcome));
        }
    }

    private static String outcome(int status) {
        if (status >= 500) {
            return "failed";
        }
        return status >= 400 ? "refused" : "answered";
    }
}
