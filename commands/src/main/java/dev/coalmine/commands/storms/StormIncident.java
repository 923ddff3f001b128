package dev.coalmine.commands.storms;

import dev.coalmine.commands.incidents.Merged;
import dev.coalmine.commands.incidents.Opening;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.IncidentLinked;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The one incident that a storm has: the first that a page of it opened, or a new one. */
@Component
class StormIncident {

    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final int MOST_PEOPLE = 30;
    private static final int MOST_OPEN = 1_000;

    private final Incidents incidents;
    private final Opening opening;
    private final Merged merged;
    private final Catalog catalog;
    private final Workspace workspace;
    private final StormSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StormIncident(
            Incidents incidents,
            Opening opening,
            Merged merged,
            Catalog catalog,
            Workspace workspace,
            StormSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.opening = opening;
        this.merged = merged;
        this.catalog = catalog;
        this.workspace = workspace;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    Incident of(Storm storm, StormView view) {
        var paged = pagedBefore(storm, StormRecord.members(view));
        var incident = paged.stream().findFirst().orElseGet(() -> opened(storm, view));
        paged.stream().skip(1).forEach(other -> bring(other, incident));
        if (!paged.isEmpty()) {
            takesOver(incident, view);
        }
        return incident;
    }

    /** What one alert was the first sign of is a storm now, and is called so while nobody calls it otherwise. */
    private void takesOver(Incident incident, StormView view) {
        if (!incident.attended()) {
            incident.rename(StormWords.title(view), null, clock.instant());
            incidents.save(incident);
        }
        workspace.invite(incident.number(), people(StormRecord.members(view)));
    }

    /** Open incidents that pages of its services opened since it began, the first one first; held. */
    private List<Incident> pagedBefore(Storm storm, List<Member> members) {
        var services = members.stream()
                .filter(Member::alerts)
                .map(it -> it.source().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return services.isEmpty()
                ? List.of()
                : incidents.inStages(Stage.stillOpen(), Limit.of(MOST_OPEN)).stream()
                        .filter(it -> it.noticedBy() == NoticedBy.PAGE && belongs(it, services))
                        .filter(it -> it.declaredAt().isAfter(storm.firstAt().minus(BEFORE)))
                        .map(Incident::number)
                        .sorted(Comparator.naturalOrder())
                        .flatMap(it -> incidents.held(it).stream())
                        .toList();
    }

    private boolean belongs(Incident incident, Set<String> services) {
        return !incident.restricted()
                && incident.kind() == Kind.INCIDENT
                && incident.service()
                        .filter(it -> !settings.alwaysPage().holds(it, incident.severity()))
                        .map(it -> it.toLowerCase(Locale.ROOT))
                        .filter(services::contains)
                        .isPresent();
    }

    /** Brings in what pages of its services have opened at the same moment as it was heard. */
    void gathers(Storm storm, List<Member> members) {
        storm.incident().flatMap(this::open).ifPresent(incident -> pagedBefore(storm, members).stream()
                .filter(other -> other.number() != incident.number() && !other.attended())
                .forEach(other -> bring(other, incident)));
    }

    /** What nobody has taken up yet is merged; what somebody works on is theirs, and only linked. */
    private void bring(Incident other, Incident into) {
        if (other.attended()) {
            link(other, into);
            link(into, other);
        } else {
            other.mergeInto(into, null, clock.instant());
            incidents.save(other);
            incidents.save(into);
            workspace.say(other.number(), "This is part of a storm and goes on in %s.".formatted(Shown.name(into)));
        }
    }

    private void link(Incident one, Incident other) {
        events.publishEvent(new IncidentLinked(one.number(), clock.instant(), null, other.number()));
    }

    private Incident opened(Storm storm, StormView view) {
        var members = StormRecord.members(view);
        var service = members.size() == 1 ? members.getFirst().source() : null;
        return opening.noticed(
                new Declaration(
                        StormWords.title(view),
                        storm.kind() == Storm.Kind.CANARY ? settings.canary() : settings.severity(),
                        Stage.TRIAGE,
                        Kind.INCIDENT,
                        false,
                        service,
                        NoticedBy.CANARY,
                        null,
                        null,
                        service == null ? null : catalog.runbook(service),
                        clock.instant(),
                        earlier(storm.firstAt(), clock.instant())),
                people(members));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The storm has come back after it had ended. */
    void goesOn(Incident incident) {
        if (!incident.stage().open() && incident.stage() != Stage.MERGED) {
            incident.move(Stage.TRIAGE, "The storm has come back.", null, clock.instant());
            incidents.save(incident);
        }
    }

    /** When nobody took part the incident is over with it; else people decide. */
    void isOver(Incident incident, Storm storm) {
        if (!incident.stage().open()) {
            return;
        }
        if (incident.attended()) {
            workspace.say(
                    incident.number(),
                    "Storm %d is over. If users are well again:".formatted(storm.number()),
                    new Errand.Choice("Resolve", "#%d resolve".formatted(incident.number())));
        } else {
            incident.move(Stage.DECLINED, "The storm was over before anybody took part.", null, clock.instant());
            incidents.save(incident);
        }
    }

    /** More of its sources fail: their owners are called, and what their pages opened belongs here. */
    void grows(Incident incident, Storm storm, List<Member> more) {
        if (!more.isEmpty()) {
            pagedBefore(storm, more).stream()
                    .filter(other -> other.number() != incident.number())
                    .forEach(other -> bring(other, incident));
            workspace.invite(incident.number(), people(more));
        }
    }

    Incident lastOfMerged(Incident incident) {
        return merged.last(incident);
    }

    private List<String> people(List<Member> members) {
        var owners = members.stream().flatMap(it -> catalog.owners(catalog.properName(it.source())).stream());
        return Stream.concat(settings.people().stream(), owners)
                .distinct()
                .limit(MOST_PEOPLE)
                .toList();
    }

    /** The incident of that number, or what it was merged into, while it is open. */
    Optional<Incident> open(long number) {
        return incidents.held(number).map(merged::last).filter(it -> it.stage().open());
    }
}
