package dev.coalmine.commands.heartbeats;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How silence is noticed.
 *
 * @param lookEvery how often is looked who is silent
 * @param launchers whether a launcher that launched regularly and has stopped opens an incident
 * @param ignoredLaunchers launchers that may stop
 */
@ConfigurationProperties("coalmine.heartbeats")
public record SilenceSettings(
        @DefaultValue("10s") Duration lookEvery,
        @DefaultValue("true") boolean launchers,
        @DefaultValue List<String> ignoredLaunchers) {

    private static final Duration LEAST_GAP = Duration.ofSeconds(30);

    boolean ignores(String launcher) {
        return ignoredLaunchers.stream().anyMatch(launcher::equalsIgnoreCase);
    }

    /** Whoever looks so late may have missed beats. */
    Duration gap() {
        var three = lookEvery.multipliedBy(3);
        return three.compareTo(LEAST_GAP) > 0 ? three : LEAST_GAP;
    }
}
