package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.incidents.IncidentSettings;
import dev.coalmine.commands.incidents.Merged;
import dev.coalmine.commands.incidents.Opening;
import dev.coalmine.commands.pages.PagingSettings;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells incidents of silence. Whoever falls silent again while its incident is open, or soon after, is the same problem in
 * the same channel.
 */
@Component
class SilenceNews {

    private static final String KIND = "heartbeat";

    private final Incidents incidents;
    private final Merged merged;
    private final Opening opening;
    private final IncidentSettings usual;
    private final PagingSettings paging;
    private final Catalog catalog;
    private final Timeline timeline;
    private final Workspace workspace;
    private final Clock clock;

    SilenceNews(
            Incidents incidents,
            Merged merged,
            Opening opening,
            IncidentSettings usual,
            PagingSettings paging,
            Catalog catalog,
            Timeline timeline,
            Workspace workspace,
            Clock clock) {
        this.incidents = incidents;
        this.merged = merged;
        this.opening = opening;
        this.usual = usual;
        this.paging = paging;
        this.catalog = catalog;
        this.timeline = timeline;
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Somebody has fallen silent.
     *
     * @param earlier the incident of its silence before
     * @return the incident of this one
     */
    long began(Silence silence, @Nullable Long earlier) {
        var incident = Optional.ofNullable(earlier)
                .flatMap(incidents::held)
                .map(merged::last)
                .filter(this::isSameProblem);
        incident.ifPresent(it -> goesOn(it, silence));
        return incident.orElseGet(() -> open(silence)).number();
    }

    private boolean isSameProblem(Incident incident) {
        var since = clock.instant().minus(paging.reopenWithin());
        return incident.stage().open()
                || incident.timeOf(Moment.RESOLVED)
                        .orElseGet(() -> lastWord(incident))
                        .isAfter(since);
    }

    /** When a declined incident ended, nothing but its record says. */
    private Instant lastWord(Incident incident) {
        return timeline.ofKind(incident.number(), "stage").stream()
                .map(Entry::recorded)
                .reduce((_, last) -> last)
                .orElse(incident.declaredAt());
    }

    private void goesOn(Incident incident, Silence silence) {
        if (incident.stage().open()) {
            tell(incident, silence.words());
        } else {
            incident.move(Stage.TRIAGE, silence.words(), null, clock.instant());
            incidents.save(incident);
        }
    }

    private Incident open(Silence silence) {
        var service = silence.service();
        var incident = opening.noticed(
                new Declaration(
                        silence.title(),
                        silence.severity() == null ? usual.severity() : silence.severity(),
                        Stage.TRIAGE,
                        Kind.INCIDENT,
                        false,
                        service,
                        NoticedBy.HEARTBEAT,
                        null,
                        null,
                        service == null ? null : catalog.runbook(service),
                        clock.instant(),
                        silence.noticed()),
                List.of());
        tell(incident, silence.words());
        return incident;
    }

    /**
     * Somebody was heard again.
     *
     * @param others whether anything else keeps its incident open
     */
    void ended(long number, String words, boolean others) {
        incidents.held(number).map(merged::last).ifPresent(incident -> {
            tell(incident, words);
            if (incident.stage().open() && !others) {
                over(incident);
            }
        });
    }

    /** When nobody took part, so is the incident; only people end what people have begun. */
    private void over(Incident incident) {
        if (incident.attended()) {
            workspace.say(
                    incident.number(),
                    "If users are well again:",
                    new Errand.Choice("Resolve", "#%d resolve".formatted(incident.number())));
        } else {
            incident.move(Stage.DECLINED, "It was back before anybody took part.", null, clock.instant());
            incidents.save(incident);
        }
    }

    private void tell(Incident incident, String words) {
        timeline.append(new Draft(incident.number(), clock.instant(), KIND, null, words));
        workspace.say(incident.number(), words);
    }
}
