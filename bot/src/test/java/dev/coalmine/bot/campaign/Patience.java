package dev.coalmine.bot.campaign;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for what has to come. */
final class Patience {

    private static final Duration LOOK = Duration.ofMillis(100);

    private Patience() {}

    /** @throws AssertionError when it has not come in time */
    static void until(Duration longest, String what, Callable<Boolean> there) throws Exception {
        if (!within(longest, there)) {
            throw new AssertionError("not within %d s: %s".formatted(longest.toSeconds(), what));
        }
    }

    /** Whether it came in time. */
    static boolean within(Duration longest, Callable<Boolean> there) throws Exception {
        var end = System.nanoTime() + longest.toNanos();
        while (!there.call()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }
}
