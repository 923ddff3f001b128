package dev.coalmine.commands.pages;

import dev.coalmine.commands.incidents.Opening;
import dev.coalmine.commands.services.Catalog;
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
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Makes of each alert what it calls for: a new incident, a line in one that is open, or nothing but a count. What
 * comes late, twice or out of order leaves the same behind as what comes once and in order.
 */
@Component
class IncidentIntake implements Intake {

    private static final List<Stage> OPEN =
            List.of(Stage.TRIAGE, Stage.INVESTIGATING, Stage.IDENTIFIED, Stage.MITIGATED);

    private final Pages pages;
    private final Incidents incidents;
    private final SeenEvents seen;
    private final PagingRules rules;
    private final PagingSettings settings;
    private final Catalog catalog;
    private final Opening opening;
    private final PageNews news;
    private final Clock clock;

    IncidentIntake(
            Pages pages,
            Incidents incidents,
            SeenEvents seen,
            PagingRules rules,
            PagingSettings settings,
            Catalog catalog,
            Opening opening,
            PageNews news,
            Clock clock) {
        this.pages = pages;
        this.incidents = incidents;
        this.seen = seen;
        this.rules = rules;
        this.settings = settings;
        this.catalog = catalog;
        this.opening = opening;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void take(Alert alert) {
        var known = pages.findBySourceAndAlertKey(alert.source(), alert.key());
        if (isRepeated(alert)) {
            known.ifPresent(page -> page.hear(clock.instant()));
            return;
        }
        var page = known.orElseGet(() -> pages.save(newPage(alert)));
        switch (alert.kind()) {
            case FIRING -> fires(page, alert);
            case RESOLVED -> ends(page, alert);
            case ACKNOWLEDGED -> acknowledged(page, alert);
            case CHANGED -> changed(page, alert);
            case NOTED -> noted(page, alert);
        }
        pages.save(page);
    }

    private boolean isRepeated(Alert alert) {
        return alert.event() != null
                && !seen.isNew("alert:%s:%s".formatted(alert.source(), alert.event()), clock.instant());
    }

    private Page newPage(Alert alert) {
        return new Page(alert.source(), alert.key(), oneLine(alert.title()), serviceOf(alert));
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
            page.incident().flatMap(incidents::held).ifPresent(incident -> news.over(incident, page, alert));
        }
    }

    private void started(Page page, Alert alert) {
        var before = page.incident().flatMap(incidents::held).map(this::lastOfMerged);
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

    /** An alert that ends and fires again and again is one problem; PagerDuty's key names one problem for ever. */
    private boolean isSameProblem(Page page, Alert alert) {
        return alert.source().equals("pagerduty")
                || page.resolvedAt()
                        .filter(end -> end.plus(settings.reopenWithin()).isAfter(alert.at()))
                        .isPresent();
    }

    private Incident lastOfMerged(Incident incident) {
        return incident.mergedInto()
                .flatMap(incidents::held)
                .map(this::lastOfMerged)
                .orElse(incident);
    }

    private void judge(Page page, Alert alert) {
        switch (rules.judge(alert)) {
            case PagingRules.Verdict.HeldBack(var why) -> page.holdBack(why);
            case PagingRules.Verdict.Page(var severity) ->
                openOfSameService(page)
                        .ifPresentOrElse(
                                incident -> news.joins(incident, page, alert), () -> open(page, alert, severity));
        }
    }

    private Optional<Incident> openOfSameService(Page page) {
        var since = clock.instant().minus(settings.joinWithin());
        return page.service().flatMap(service -> incidents.ofService(service, OPEN, Limit.of(10)).stream()
                .filter(incident -> !incident.restricted() && incident.kind() == Kind.INCIDENT)
                .filter(incident -> incident.declaredAt().isAfter(since)
                        || pages.of(incident.number()).stream()
                                .anyMatch(other -> other.heardAt().isAfter(since)))
                .findFirst()
                .flatMap(incident -> incidents.held(incident.number())));
    }

    private void open(Page page, Alert alert, Severity severity) {
        var incident = opening.byPage(
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
                        .map(this::lastOfMerged)
                        .ifPresent(incident -> news.over(incident, page, alert));
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
        return page.incident().flatMap(incidents::held).map(this::lastOfMerged);
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
}
