package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Prometheus Alertmanager, and what imitates it.
 *
 * <p>A group is one problem: its key is receiver and group key, and it is over when no member fires any more. Repeats are
 * by design, every {@code repeat_interval}; they are known by their members having nothing new.
 */
@Component
class Alertmanager extends TokenSource {

    static final String NAME = "alertmanager";

    @Autowired
    Alertmanager(HookSettings settings) {
        this(settings.alertmanager());
    }

    Alertmanager(HookSettings.AlertmanagerHook settings) {
        super(NAME, "COALMINE_HOOKS_ALERTMANAGER_TOKEN", settings.token(), settings.limit());
    }

    @Override
    public List<Alert> read(String kept, Instant receivedAt) {
        var body = Json.parse(kept);
        if (!body.path("alerts").isArray() && Json.text(body, "status") == null) {
            throw new Unreadable("The body has neither alerts nor a status.");
        }
        var group = AlertGroup.in(body);
        return group.named()
                ? List.of(alert(group, receivedAt))
                : group.apart().map(single -> alert(single, receivedAt)).toList();
    }

    private static Alert alert(AlertGroup group, Instant receivedAt) {
        var kind = kind(group);
        return Alert.of(NAME, group.key(), kind, Times.trusted(group.latest(), receivedAt))
                .title(group.title())
                .service(group.service())
                .severity(group.severity())
                .urgent(Severities.urgent(group.severity()))
                .link(group.link())
                .runbook(group.annotation("runbook_url", "runbook"))
                .summary(kind == Kind.CHANGED ? untold(group) : group.annotation("description", "message"))
                .labels(group.labels())
                .members(group.members())
                .leftOut(group.leftOut())
                .build();
    }

    /** A body cut to {@code max_alerts} shows no more than it shows: what was left out may still fire. */
    private static Kind kind(AlertGroup group) {
        if (group.firing()) {
            return Kind.FIRING;
        }
        return group.leftOut() == 0 ? Kind.RESOLVED : Kind.CHANGED;
    }

    private static String untold(AlertGroup group) {
        return "All alerts shown are resolved, but %d were left out (max_alerts), so it may not be over."
                .formatted(group.leftOut());
    }
}
