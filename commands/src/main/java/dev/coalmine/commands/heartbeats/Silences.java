package dev.coalmine.commands.heartbeats;

import dev.coalmine.storage.heartbeats.Heartbeats;
import dev.coalmine.storage.heartbeats.Watch;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.Backlog;
import dev.coalmine.storage.replicas.Replicas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks every few seconds who is silent. Any replica does, one at a time, and what it notices is noticed once.
 *
 * <p>That nothing came while Coalmine was down, or while nobody could look, is no silence: everybody has the full time
 * again from then on.
 */
@Component
public class Silences {

    // Those who read the log: pages, and launches.
    private static final List<String> READERS = List.of("intake", "storms");
    private static final Duration LATE = Duration.ofSeconds(30);
    // Whoever was killed counts as living for so long.
    private static final Duration SETTLING = Replicas.LEASE.plusSeconds(5);

    private final Heartbeats heartbeats;
    private final SilentHeartbeats silentHeartbeats;
    private final StoppedLaunchers stoppedLaunchers;
    private final SilenceSettings settings;
    private final Replicas replicas;
    private final AlertLog log;
    private final Clock clock;
    private final Instant started;
    private boolean settled;

    Silences(
            Heartbeats heartbeats,
            SilentHeartbeats silentHeartbeats,
            StoppedLaunchers stoppedLaunchers,
            SilenceSettings settings,
            Replicas replicas,
            AlertLog log,
            Clock clock) {
        this.heartbeats = heartbeats;
        this.silentHeartbeats = silentHeartbeats;
        this.stoppedLaunchers = stoppedLaunchers;
        this.settings = settings;
        this.replicas = replicas;
        this.log = log;
        this.clock = clock;
        this.started = clock.instant();
    }

    public Duration lookEvery() {
        return settings.lookEvery();
    }

    /** Looks, unless somebody else does. */
    @Transactional
    public void look() {
        var now = clock.instant();
        if (settled || settle(now)) {
            heartbeats.holdWatch().ifPresent(watch -> look(watch.lookingAt(now, settings.gap()), now));
        }
    }

    private void look(Watch watch, Instant now) {
        heartbeats.keepWatch(watch);
        var late = READERS.stream().anyMatch(reader -> isLate(log.backlog(reader), now));
        silentHeartbeats.look(now, watch.hearingSince(), late);
        if (settings.launchers() && !late) {
            stoppedLaunchers.look(now, watch.hearingSince());
        }
    }

    private static boolean isLate(Backlog backlog, Instant now) {
        return backlog.oldest().filter(it -> it.plus(LATE).isBefore(now)).isPresent();
    }

    /**
     * After a start: whoever is alone was preceded by a time in which nobody heard anything. Whether another replica lives
     * is sure only after a while, and nobody is missed before.
     */
    private boolean settle(Instant now) {
        if (replicas.living() <= 1) {
            settled = heartbeats
                    .holdWatch()
                    .map(watch -> watch.hearingFrom(started))
                    .map(watch -> {
                        heartbeats.keepWatch(new Watch(now, watch.hearingSince()));
                        return true;
                    })
                    .orElse(false);
        } else {
            settled = started.plus(SETTLING).isBefore(now);
        }
        return settled;
    }
}
