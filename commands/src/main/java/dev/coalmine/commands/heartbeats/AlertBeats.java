package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Diversion;
import dev.coalmine.storage.heartbeats.Heartbeats;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes an alert that fires always, such as Prometheus' Watchdog, for what it is: each time that Alertmanager repeats it
 * is a beat, and it is never a page.
 */
@Component
class AlertBeats implements Diversion {

    private static final String SOURCE = "alertmanager";
    private static final String NAME = "alertname";

    private final Heartbeats heartbeats;
    private final Clock clock;

    AlertBeats(Heartbeats heartbeats, Clock clock) {
        this.heartbeats = heartbeats;
        this.clock = clock;
    }

    @Override
    public List<Alert> divert(List<Alert> alerts) {
        if (alerts.stream().noneMatch(alert -> alert.source().equals(SOURCE))) {
            return alerts;
        }
        var names = Set.copyOf(heartbeats.alerts());
        return names.isEmpty() ? alerts : divert(alerts, names);
    }

    private List<Alert> divert(List<Alert> alerts, Set<String> names) {
        var beats = new HashSet<String>();
        var others = new ArrayList<Alert>();
        for (var alert : alerts) {
            var firing = firing(alert);
            firing.stream().filter(names::contains).forEach(beats::add);
            if (!isBeat(alert, names)) {
                others.add(alert);
            }
        }
        heartbeats.beatByAlerts(beats, clock.instant());
        return others;
    }

    /** A group of several alerts is still a problem, be a beat among them or not. */
    private static boolean isBeat(Alert alert, Set<String> names) {
        return alert.source().equals(SOURCE)
                && alert.labels().containsKey(NAME)
                && names.contains(lower(alert.labels().get(NAME)));
    }

    /** The names of those of a group that fire. */
    private static Set<String> firing(Alert alert) {
        if (!alert.source().equals(SOURCE) || alert.kind() != Alert.Kind.FIRING) {
            return Set.of();
        }
        return Stream.concat(
                        Stream.of(alert.labels()),
                        alert.members().stream().filter(Alert.Member::firing).map(Alert.Member::labels))
                .filter(labels -> labels.containsKey(NAME))
                .map(labels -> lower(labels.get(NAME)))
                .collect(Collectors.toSet());
    }

    private static String lower(@Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
