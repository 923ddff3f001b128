package dev.coalmine.sandbox.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that is to go wrong, for which method and channel, and how many more times. */
public record Fault(
        FaultKind kind, String method, @Nullable String channel, String error, int times, Duration duration) {

    boolean meets(String called, @Nullable String where) {
        return kind.ofMethods()
                && (method.equals("*") || method.equals(called))
                && (channel == null || channel.equals(where));
    }

    Fault onceLess() {
        return new Fault(kind, method, channel, error, times - 1, duration);
    }
}
