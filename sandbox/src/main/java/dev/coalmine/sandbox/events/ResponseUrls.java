package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Ids;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Team;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses at which the app may answer one thing that somebody did: five times, for half an hour. */
public final class ResponseUrls {

    private static final int USES = 5;
    private static final Duration LIFE = Duration.ofMinutes(30);

    /** Where an answer goes; {@code source} is the message that was clicked. */
    record Target(Channel channel, Person person, @Nullable Message source, Screen screen, Instant until, int left) {

        Target used() {
            return new Target(channel, person, source, screen, until, left - 1);
        }

        Target showing(Message message) {
            return new Target(channel, person, message, screen, until, left);
        }
    }

    private final Clock clock;
    private final String url;
    private final Map<String, Target> targets = new HashMap<>();

    ResponseUrls(Clock clock, String url) {
        this.clock = clock;
        this.url = url;
    }

    synchronized String issue(Channel channel, Person person, @Nullable Message source, Screen screen) {
        var now = clock.instant();
        targets.values().removeIf(it -> it.until().isBefore(now));
        var secret = Ids.secret();
        targets.put(secret, new Target(channel, person, source, screen, now.plus(LIFE), USES));
        return "%s/hooks/actions/%s/%s".formatted(url, Team.ID, secret);
    }

    synchronized Target use(String secret) {
        var target = targets.get(secret);
        if (target == null || clock.instant().isAfter(target.until())) {
            throw new Refused("expired_url");
        }
        if (target.left() == 0) {
            throw new Refused("used_url");
        }
        targets.put(secret, target.used());
        return target;
    }

    /** What was shown last is what {@code replace_original} replaces next. */
    synchronized void shown(String secret, Message message) {
        targets.computeIfPresent(secret, (it, target) -> target.showing(message));
    }
}
