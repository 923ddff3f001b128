package dev.coalmine.commands.pages;

import dev.coalmine.commands.incidents.Merged;
import dev.coalmine.commands.incidents.Opening;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.commands.storms.OngoingStorms;
import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.incidents.Declaration;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.NoticedBy;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.incidents.Titles;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.storms.StormMembers.HeldAlert;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Some alerts being taken in, one after the other: makes of each what it calls for, which is a new incident, a line in one
 * that is open, or nothing but a count.
 *
 * <p>What many alerts need is fetched, locked and written once for all of them. Of two hearings, here or in another
 * replica, that are about the same problem or the same service, the second waits for the first to be committed: it holds
 * the pages of its alerts by their rows, and the services of those that may open an incident by theirs, each in one order
 * that all keep. Where they still meet crosswise, at incidents, the database ends one of them, which is heard again.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class Hearing {

    private final Pages pages;
    private final Incidents incidents;
    private final SeenEvents seen;
    private final PagingRules rules;
    private final PagingSettings settings;
    private final Catalog catalog;
    private final OngoingStorms storms;
    private final Merged merged;
    private final Opening opening;
    private final PageNews news;
    private final Clock clock;
    private final Map<Key, Page> atHand = new HashMap<>();
    private final List<Page> endedLately = new ArrayList<>();
    private final Set<Page> changed = new LinkedHashSet<>();
    // Storms come and go between transactions, so it is enough to ask once for each service.
    private final Map<String, Optional<OngoingStorms.Shelter>> shelters = new HashMap<>();

    Hearing(
            Pages pages,
            Incidents incidents,
            SeenEvents seen,
            PagingRules rules,
            PagingSettings settings,
            Catalog catalog,
            OngoingStorms storms,
            Merged merged,
            Opening opening,
            PageNews news,
            Clock clock) {
        this.pages = pages;
        this.incidents = incidents;
        this.seen = seen;
        this.rules = rules;
        this.settings = settings;
        this.catalog = catalog;
        this.storms = storms;
        this.merged = merged;
        this.opening = opening;
        this.news = news;
        this.clock = clock;
    }

    /** All of them, in their order. */
    void of(List<Alert> alerts) {
        var repeated = repeated(alerts);
        fetch(alerts, repeated);
        holdServices(alerts);
        fetchEndedLately(alerts);
        for (var alert : alerts) {
            var page = atHand.get(Key.of(alert));
            if (page != null) {
                hear(page, alert, repeated.contains(alert));
            }
        }
        write();
        news.close();
    }

    /** Those of which the same event was handled before, or stands before them in the list. */
    private Set<Alert> repeated(List<Alert> alerts) {
        var unseen = new HashSet<>(seen.newOf(
                alerts.stream().map(Hearing::event).flatMap(Optional::stream).toList(), clock.instant()));
        var repeated = Collections.<Alert>newSetFromMap(new IdentityHashMap<>());
        for (var alert : alerts) {
            if (event(alert).filter(event -> !unseen.remove(event)).isPresent()) {
                repeated.add(alert);
            }
        }
        return repeated;
    }

    private static Optional<String> event(Alert alert) {
        return Optional.ofNullable(alert.event()).map(event -> "alert:%s:%s".formatted(alert.source(), event));
    }

    private void fetch(List<Alert> alerts, Set<Alert> repeated) {
        var added = new LinkedHashMap<Key, Page>();
        for (var alert : alerts) {
            if (!repeated.contains(alert)) {
                added.computeIfAbsent(Key.of(alert), key -> newPage(alert));
            }
        }
        pages.add(added.values());
        pages.held(alerts.stream().map(Alert::key).distinct().toList())
                .forEach(page -> atHand.put(new Key(page.source(), page.alertKey()), page));
    }

    private Page newPage(Alert alert) {
        return new Page(alert.source(), alert.key(), oneLine(alert.title()), serviceOf(alert));
    }

    /** Of those that the rules may make a page of: by what they say of their service, or what is known of it. */
    private void holdServices(List<Alert> alerts) {
        var opening = alerts.stream()
                .filter(alert -> rules.judge(alert) instanceof PagingRules.Verdict.Page)
                .map(Key::of)
                .collect(Collectors.toSet());
        var said = alerts.stream().filter(alert -> opening.contains(Key.of(alert)));
        var known = opening.stream().map(atHand::get).filter(Objects::nonNull).map(Page::service);
        pages.holdServices(
                Stream.concat(said.map(this::serviceOf).filter(Objects::nonNull), known.flatMap(Optional::stream))
                        .collect(Collectors.toSet()));
    }

    /** What those that may open an incident may be once more; asked for once for all of them. */
    private void fetchEndedLately(List<Alert> alerts) {
        var opening = alerts.stream()
                .filter(alert ->
                        alert.kind() == Alert.Kind.FIRING && !alert.title().isBlank())
                .filter(alert -> isNew(atHand.get(Key.of(alert))))
                .toList();
        if (!opening.isEmpty()) {
            var times = opening.stream().map(Alert::at).sorted().toList();
            var titles = opening.stream()
                    .map(alert -> oneLine(alert.title()).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            endedLately.addAll(pages.ended(times.getFirst().minus(settings.reopenWithin()), times.getLast(), titles));
        }
    }

    private static boolean isNew(@Nullable Page page) {
        return page != null && page.incident().isEmpty() && page.service().isPresent();
    }

    private void hear(Page page, Alert alert, boolean repeated) {
        changed.add(page);
        if (repeated) {
            page.hear(clock.instant());
        } else {
            hear(page, alert);
        }
        // It may have been written in between, and changed after that.
        changed.add(page);
    }

    private void hear(Page page, Alert alert) {
        switch (alert.kind()) {
            case FIRING -> fires(page, alert);
            case RESOLVED -> ends(page, alert);
            case ACKNOWLEDGED -> acknowledged(page, alert);
            case CHANGED -> changed(page, alert);
            case NOTED -> noted(page, alert);
        }
    }

    /** Before the database is asked about pages, and in the end. */
    private void write() {
        pages.save(changed);
        changed.clear();
    }

    private void fires(Page page, Alert alert) {
        var heard = page.fires(alert.at(), clock.instant());
        page.tellTitle(oneLine(alert.title()), serviceOf(alert));
        switch (heard) {
            case STARTED -> started(page, alert);
            case NOTHING_NEW, ENDED -> stillOrLate(page, alert);
        }
    }

    /** Also after its end was heard first: then the incident is opened all the same, and is over at once. */
    private void stillOrLate(Page page, Alert alert) {
        if (page.incident().isPresent()) {
            news.goesOn(page, alert);
        } else if (!page.firing() && page.heldBack().isEmpty()) {
            judge(page, alert);
            page.incident().flatMap(incidents::held).ifPresent(incident -> over(incident, page, alert));
        }
    }

    private void over(Incident incident, Page page, Alert alert) {
        write();
        news.over(incident, page, alert);
    }

    private void started(Page page, Alert alert) {
        var before = page.incident().flatMap(incidents::held).map(merged::last);
        if (before.isEmpty()) {
            judge(page, alert);
        } else if (before.get().stage().open()) {
            news.again(before.get(), page, alert);
        } else if (isSameProblem(page, alert)) {
            news.reopens(before.get(), page, alert);
        } else {
            page.startsAnew();
            judge(page, alert);
        }
    }

    /** An alert that ends and fires again and again is one problem. */
    private boolean isSameProblem(Page page, Alert alert) {
        return alert.lasting()
                || page.resolvedAt()
                        .filter(end -> end.plus(settings.reopenWithin()).isAfter(alert.at()))
                        .isPresent();
    }

    private void judge(Page page, Alert alert) {
        switch (rules.judge(alert)) {
            case PagingRules.Verdict.HeldBack(var why) -> page.holdBack(why);
            case PagingRules.Verdict.Page(var severity) ->
                onceMore(page, alert)
                        .ifPresentOrElse(
                                incident -> goOn(incident, page, alert), () -> shelterOrJoin(page, alert, severity));
        }
    }

    /**
     * The incident of a problem that ended lately and now fires under another key: some sources give each round a key of
     * its own, and it is one problem all the same.
     */
    private Optional<Incident> onceMore(Page page, Alert alert) {
        var earlier = Stream.concat(atHand.values().stream(), endedLately.stream())
                .filter(page::isCalledLike)
                .filter(it -> !it.firing() && it.incident().isPresent())
                .filter(it -> endedShortlyBefore(it, alert))
                .max(Comparator.comparing(it -> it.resolvedAt().orElse(Instant.EPOCH)));
        earlier.ifPresent(page::follows);
        return earlier.flatMap(Page::incident).flatMap(incidents::held).map(merged::last);
    }

    private boolean endedShortlyBefore(Page earlier, Alert alert) {
        return earlier.resolvedAt()
                .filter(end -> end.plus(settings.reopenWithin()).isAfter(alert.at()) && !end.isAfter(alert.at()))
                .isPresent();
    }

    private void goOn(Incident incident, Page page, Alert alert) {
        page.joins(incident.number());
        if (incident.stage().open()) {
            news.again(incident, page, alert);
        } else {
            news.reopens(incident, page, alert);
        }
    }

    private void shelterOrJoin(Page page, Alert alert, Severity severity) {
        page.service()
                .flatMap(service ->
                        shelters.computeIfAbsent(service + " " + severity, _ -> storms.of(service, severity)))
                .ifPresentOrElse(
                        shelter -> shelter(page, alert, severity, shelter), () -> joinOrOpen(page, alert, severity));
    }

    /** What belongs to a storm gets no channel of its own, and is counted. */
    private void shelter(Page page, Alert alert, Severity severity, OngoingStorms.Shelter shelter) {
        switch (shelter) {
            case OngoingStorms.Shelter.InStorm(var storm, var incident, var fresh, var worse) -> {
                storms.hold(storm, held(page, alert, "told in incident %d".formatted(incident.number())));
                news.joinsStorm(incident, page, alert, fresh, worse ? severity : null);
            }
            case OngoingStorms.Shelter.Expected(var storm, var why) -> {
                page.holdBack(why);
                storms.hold(storm, held(page, alert, why));
            }
        }
    }

    private static HeldAlert held(Page page, Alert alert, String why) {
        return new HeldAlert(
                alert.at(),
                page.source(),
                page.alertKey(),
                page.title(),
                page.service().orElse(""),
                why);
    }

    private void joinOrOpen(Page page, Alert alert, Severity severity) {
        openOfSameService(page)
                .ifPresentOrElse(incident -> news.joins(incident, page, alert), () -> open(page, alert, severity));
    }

    private Optional<Incident> openOfSameService(Page page) {
        return page.service().flatMap(service -> incidents.ofService(service, Stage.stillOpen(), Limit.of(10)).stream()
                .filter(incident -> !incident.restricted() && incident.kind() == Kind.INCIDENT)
                .filter(this::isRecent)
                .findFirst()
                .flatMap(incident -> incidents.held(incident.number())));
    }

    private boolean isRecent(Incident incident) {
        var since = clock.instant().minus(settings.joinWithin());
        if (incident.declaredAt().isAfter(since)) {
            return true;
        }
        write();
        return pages.anyHeardAfter(incident.number(), since);
    }

    private void open(Page page, Alert alert, Severity severity) {
        var incident = opening.noticed(
                new Declaration(
                        title(page),
                        severity,
                        Stage.TRIAGE,
                        Kind.INCIDENT,
                        false,
                        page.service().orElse(null),
                        NoticedBy.PAGE,
                        null,
                        alert.link(),
                        runbook(page, alert),
                        clock.instant(),
                        alert.at()),
                alert.people());
        page.joins(incident.number());
        news.opened(incident, page, alert);
    }

    private void ends(Page page, Alert alert) {
        switch (page.ends(alert.at(), clock.instant())) {
            case ENDED ->
                page.incident()
                        .flatMap(incidents::held)
                        .map(merged::last)
                        .ifPresent(incident -> over(incident, page, alert));
            case STARTED, NOTHING_NEW -> {}
        }
    }

    private void acknowledged(Page page, Alert alert) {
        page.hear(clock.instant());
        page.acknowledge(alert.by() == null ? "somebody" : alert.by());
        incidentOf(page).ifPresent(incident -> news.acknowledged(incident, page, alert));
    }

    private void changed(Page page, Alert alert) {
        page.hear(clock.instant());
        page.tellTitle(oneLine(alert.title()), serviceOf(alert));
        incidentOf(page).ifPresent(incident -> news.changed(incident, page, alert));
    }

    private void noted(Page page, Alert alert) {
        page.hear(clock.instant());
        incidentOf(page).ifPresent(incident -> news.noted(incident, page, alert));
    }

    private Optional<Incident> incidentOf(Page page) {
        return page.incident().flatMap(incidents::held).map(merged::last);
    }

    private static String title(Page page) {
        return page.title().isBlank()
                ? "Alert from %s%s"
                        .formatted(
                                page.source(),
                                page.service().map(s -> " about " + s).orElse(""))
                : page.title();
    }

    private @Nullable String serviceOf(Alert alert) {
        return alert.service() == null ? null : catalog.properName(oneLine(alert.service()));
    }

    private @Nullable String runbook(Page page, Alert alert) {
        if (alert.runbook() != null) {
            return alert.runbook();
        }
        return page.service().map(catalog::runbook).orElse(null);
    }

    private static String oneLine(String text) {
        return Titles.safe(text);
    }

    /** What a page is known by. */
    private record Key(String source, String key) {

        static Key of(Alert alert) {
            return new Key(alert.source(), alert.key());
        }
    }
}
