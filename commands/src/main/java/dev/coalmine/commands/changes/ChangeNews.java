package dev.coalmine.commands.changes;

import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Changes;
import dev.coalmine.storage.changes.KeptChange;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.IncidentDeclared;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.incidents.TimeSet;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Answers who changed what before it is asked: a new incident is told what changed in the hour before it, and a little
 * later what of that was heard late. Each change is an entry of its own in the timeline.
 */
@Component
class ChangeNews implements Alarm {

    private static final Duration BEFORE = Duration.ofHours(1);
    // Whoever declares an incident has seen it for some time; a page is about what just happened.
    private static final Duration AFTER = Duration.ofMinutes(1);
    // Programs tell of a change when it is over, and some of them are slow.
    private static final Duration LATE = Duration.ofMinutes(5);
    // What is read at a glance; the command has the rest.
    private static final int LINES = 10;
    private static final int MOST = 200;

    private final Changes changes;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Timers timers;
    private final Workspace workspace;

    ChangeNews(Changes changes, Incidents incidents, Timeline timeline, Timers timers, Workspace workspace) {
        this.changes = changes;
        this.incidents = incidents;
        this.timeline = timeline;
        this.timers = timers;
        this.workspace = workspace;
    }

    /** At the end of the transaction: by then the channel to say it in is on its way. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void declared(IncidentDeclared it) {
        if (it.incidentKind() != Kind.DRILL) {
            tell(it.incident(), "Changed in the hour before");
            timers.ring(name(), it.incident(), LATE);
        }
    }

    /** Another beginning, another hour before it. */
    @EventListener
    void set(TimeSet it) {
        var drill = incidents.findById(it.incident()).filter(incident -> incident.kind() == Kind.DRILL);
        if (it.moment() == Moment.BEGAN && drill.isEmpty()) {
            timers.ring(name(), it.incident(), Duration.ZERO);
        }
    }

    @Override
    public String name() {
        return "late-changes";
    }

    @Override
    public void ring(long incident) {
        tell(incident, "Also changed in the hour before it began");
    }

    private void tell(long number, String heading) {
        incidents.findById(number).filter(it -> it.stage().open()).ifPresent(incident -> tell(incident, heading));
    }

    private void tell(Incident incident, String heading) {
        var began = Beginning.of(incident);
        var found = changes.between(began.minus(BEFORE), began.plus(AFTER), MOST);
        var untold = changes.tell(
                incident.number(), found.stream().map(KeptChange::number).toList());
        var fresh = found.stream()
                .filter(it -> untold.contains(it.number()))
                .map(KeptChange::change)
                .sorted(nearest(incident))
                .toList();
        if (!fresh.isEmpty()) {
            fresh.stream().limit(LINES).forEach(change -> keep(incident, change));
            keepCount(incident, began, fresh.size());
            workspace.say(incident.number(), message(heading, fresh, began));
        }
    }

    /** Those of the same service first, then the latest. */
    private static Comparator<Change> nearest(Incident incident) {
        var service = incident.service().orElse("");
        return Comparator.<Change>comparingInt(change -> service.equalsIgnoreCase(change.service()) ? 0 : 1)
                .thenComparing(Change::latest, Comparator.reverseOrder());
    }

    private static String message(String heading, List<Change> fresh, Instant began) {
        var lines = new ArrayList<String>();
        lines.add("*%s*".formatted(heading));
        fresh.stream().limit(LINES).map(change -> Described.line(change, began)).forEach(lines::add);
        if (fresh.size() > LINES) {
            lines.add("And %d more: `/incident changes`".formatted(fresh.size() - LINES));
        }
        return String.join("\n", lines);
    }

    private void keep(Incident incident, Change change) {
        timeline.append(new Draft(incident.number(), change.at(), "change", null, Described.words(change) + ".")
                .linkedTo(change.link()));
    }

    private void keepCount(Incident incident, Instant began, int all) {
        if (all > LINES) {
            timeline.append(new Draft(
                    incident.number(),
                    began,
                    "change",
                    null,
                    "%d more changes in the hour before were listed on request only.".formatted(all - LINES)));
        }
    }
}
