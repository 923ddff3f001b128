package dev.coalmine.commands.storms.streams;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Why launches fail for a while that usually succeed. It ends at {@code to}, but not before {@code atLeast} distinct hosts
 * have failed of it: what ended sooner is nothing anybody would have called a storm.
 *
 * @param atMost when so many distinct hosts have failed of it, it is over
 * @param hits which launches need what broke
 * @param share how many of those fail of it
 * @param ramp how long it takes until as many do; 0 if at once
 * @param hangs whether they fail by never finishing
 * @param speed how long a failure takes, in durations of a success
 * @param cause what they say; null if the same as on other days
 */
record Breakage(
        long from,
        long to,
        int atLeast,
        int atMost,
        Predicate<Launch> hits,
        double share,
        long ramp,
        boolean hangs,
        double speed,
        @Nullable String cause,
        Toll toll) {

    /** How probably this launch fails of it. */
    double odds(Launch launch) {
        var since = launch.time() - from;
        if (since < 0 || over(launch.time()) || !hits.test(launch)) {
            return 0;
        }
        return since < ramp ? share * since / ramp : share;
    }

    private boolean over(long time) {
        return toll.distinct() >= (time >= to ? atLeast : atMost);
    }
}
