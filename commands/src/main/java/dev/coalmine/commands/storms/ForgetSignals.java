package dev.coalmine.commands.storms;

import dev.coalmine.storage.rules.Forgetful;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Signals are of use for as long as something is reckoned from them. */
@Component
class ForgetSignals implements Forgetful {

    private static final int AT_ONCE = 10_000;

    private final SignalLog signals;
    private final StormSettings settings;

    ForgetSignals(SignalLog signals, StormSettings settings) {
        this.signals = signals;
        this.settings = settings;
    }

    @Override
    public Duration keeps() {
        return settings.keep();
    }

    /** Some at a time, so that nobody has to wait for all of them. */
    @Override
    public int forgetBefore(Instant time) {
        var all = 0;
        var some = 0;
        do {
            some = signals.forgetBefore(time, AT_ONCE);
            all += some;
        } while (some == AT_ONCE);
        return all;
    }
}
