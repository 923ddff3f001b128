package dev.coalmine.commands.storms.streams;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host that is to be launched.
 *
 * @param failureRate how probably it fails of itself
 * @param attempt 1 for the first try
 */
record Launch(
        Launcher launcher,
        long time,
        @Nullable Boolean automated,
        @Nullable String entity,
        String zone,
        String image,
        String type,
        double failureRate,
        int attempt) {

    Map<String, String> attributes() {
        return Map.of("zone", zone, "image", image, "type", type);
    }

    /** Tried once more, as its launcher does it. */
    Launch again(long time, Chance chance) {
        var host = launcher.sameHost() ? entity : launcher.host(chance);
        return new Launch(launcher, time, automated, host, zone, image, type, failureRate, attempt + 1);
    }

    Launch failing(double rate) {
        return new Launch(launcher, time, automated, entity, zone, image, type, rate, attempt);
    }
}
