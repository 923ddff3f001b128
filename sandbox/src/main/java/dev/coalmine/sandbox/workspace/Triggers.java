package dev.coalmine.sandbox.workspace;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Permissions to open a form: each for one person, once, for three seconds. */
public final class Triggers {

    private static final Duration LIFE = Duration.ofSeconds(3);
    private static final Duration MEMORY = Duration.ofMinutes(10);

    private record Trigger(String person, Instant until, boolean used) {}

    private final Clock clock;
    private final Map<String, Trigger> triggers = new HashMap<>();

    Triggers(Clock clock) {
        this.clock = clock;
    }

    public synchronized String issue(Person person) {
        var now = clock.instant();
        triggers.values().removeIf(it -> it.until().plus(MEMORY).isBefore(now));
        var id = "%d.%s.%s".formatted(now.toEpochMilli(), Team.ID, Ids.secret());
        triggers.put(id, new Trigger(person.id(), now.plus(LIFE), false));
        return id;
    }

    /** The id of the person whose screen it opens. */
    public synchronized String exchange(String id) {
        var trigger = triggers.get(id);
        if (trigger == null) {
            throw new Refused("invalid_trigger_id");
        }
        if (trigger.used()) {
            throw new Refused("exchanged_trigger_id");
        }
        if (clock.instant().isAfter(trigger.until())) {
            throw new Refused("expired_trigger_id");
        }
        triggers.put(id, new Trigger(trigger.person(), trigger.until(), true));
        return trigger.person();
    }
}
