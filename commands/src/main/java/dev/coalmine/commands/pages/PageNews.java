package dev.coalmine.commands.pages;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells an incident what its alerts say, in the record and in the channel. */
@Component
class PageNews {

    // Where a new alert is one more of the same, a busy channel should not be told each time.
    private static final int FLAPPING = 3;

    private final Incidents incidents;
    private final Pages pages;
    private final Workspace workspace;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PageNews(Incidents incidents, Pages pages, Workspace workspace, ApplicationEventPublisher events, Clock clock) {
        this.incidents = incidents;
        this.pages = pages;
        this.workspace = workspace;
        this.events = events;
        this.clock = clock;
    }

    /** The alert that opened the incident. */
    void opened(Incident incident, Page page, Alert alert) {
        page.countMembers(firing(alert));
        record(incident, alert, "Alert from %s: “%s”%s.".formatted(page.source(), title(page), members(alert)), false);
        summary(incident, alert);
    }

    /** Another alert belongs to it. */
    void joins(Incident incident, Page page, Alert alert) {
        page.joins(incident.number());
        workspace.invite(incident.number(), alert.people());
        record(
                incident,
                alert,
                "Another alert from %s joined: “%s”%s.".formatted(page.source(), title(page), members(alert)),
                true);
    }

    /** It had ended and fires again while the incident is open. */
    void again(Incident incident, Page page, Alert alert) {
        var flapping = page.starts() >= FLAPPING;
        record(
                incident,
                alert,
                flapping
                        ? "“%s” is flapping: it has started %d times.".formatted(title(page), page.starts())
                        : "“%s” fires again.".formatted(title(page)),
                !flapping || page.starts() == FLAPPING);
    }

    /** It fires again after the incident was over. */
    void reopens(Incident incident, Page page, Alert alert) {
        incident.move(
                Stage.TRIAGE,
                page.starts() >= FLAPPING
                        ? "“%s” is flapping: it has started %d times.".formatted(title(page), page.starts())
                        : "“%s” fires again.".formatted(title(page)),
                null,
                clock.instant());
        incidents.save(incident);
        workspace.invite(incident.number(), alert.people());
    }

    /** It goes on; only what is new in a group is worth a line. */
    void goesOn(Page page, Alert alert) {
        if (alert.members().isEmpty()) {
            return;
        }
        page.incident().flatMap(incidents::held).ifPresent(incident -> {
            if (page.countMembers(firing(alert))) {
                record(incident, alert, "“%s”%s.".formatted(title(page), members(alert)), false);
            }
        });
    }

    /** It is over. When all are over and nobody took part, so is the incident. */
    void over(Incident incident, Page page, Alert alert) {
        record(incident, alert, "Over, says %s: “%s”%s.".formatted(page.source(), title(page), reason(alert)), false);
        var othersFiring = pages.of(incident.number()).stream().anyMatch(p -> p != page && p.firing());
        if (othersFiring || !incident.stage().open()) {
            return;
        }
        if (incident.attended()) {
            workspace.say(
                    incident.number(),
                    "%s says that it is over. If users are well again:".formatted(page.source()),
                    new Errand.Choice("Resolve", "#%d resolve".formatted(incident.number())));
        } else {
            incident.move(
                    Stage.DECLINED,
                    "%s resolved it before anybody took part.".formatted(page.source()),
                    null,
                    clock.instant());
            incidents.save(incident);
        }
    }

    void acknowledged(Incident incident, Page page, Alert alert) {
        record(
                incident,
                alert,
                "%s acknowledged “%s” in %s."
                        .formatted(Markup.escape(page.acknowledgedBy().orElse("Somebody")), title(page), page.source()),
                true);
    }

    /** Somebody else was called, or something about it changed. */
    void changed(Incident incident, Page page, Alert alert) {
        workspace.invite(incident.number(), alert.people());
        var called = alert.people().isEmpty() ? "" : "; called: " + Markup.escape(String.join(", ", alert.people()));
        record(
                incident,
                alert,
                "%s: “%s” changed%s%s.".formatted(page.source(), title(page), about(alert), called),
                false);
    }

    void noted(Incident incident, Page page, Alert alert) {
        record(incident, alert, "%s about “%s”%s.".formatted(page.source(), title(page), about(alert)), false);
    }

    private void record(Incident incident, Alert alert, String words, boolean told) {
        events.publishEvent(
                new AlertHeard(incident.number(), alert.at(), Markup.clip(words, 10_000), alert.link(), told));
    }

    private void summary(Incident incident, Alert alert) {
        var summary = alert.summary();
        if (summary != null) {
            workspace.say(
                    incident.number(),
                    "> " + Markup.clip(Markup.escape(summary), 2_000).replace("\n", "\n> "));
        }
    }

    private static String title(Page page) {
        return Markup.escape(page.title().isBlank() ? "alert without a title" : page.title());
    }

    private static String about(Alert alert) {
        var summary = alert.summary();
        return summary == null ? "" : ": " + Markup.escape(summary);
    }

    private static String reason(Alert alert) {
        var summary = alert.summary();
        return summary == null ? "" : " (%s)".formatted(Markup.clip(Markup.escape(summary), 500));
    }

    private static String members(Alert alert) {
        if (alert.members().isEmpty()) {
            return "";
        }
        var names = names(alert.members());
        return ", %d of %d firing%s%s"
                .formatted(
                        firing(alert),
                        alert.members().size() + alert.leftOut(),
                        alert.leftOut() == 0 ? "" : ", %d not shown by the source".formatted(alert.leftOut()),
                        names.isEmpty() ? "" : ": " + names);
    }

    private static int firing(Alert alert) {
        return (int) alert.members().stream().filter(Alert.Member::firing).count();
    }

    private static String names(List<Alert.Member> members) {
        var titles = members.stream()
                .filter(Alert.Member::firing)
                .map(Alert.Member::title)
                .filter(title -> !title.isBlank())
                .distinct()
                .limit(10)
                .toList();
        return Markup.escape(String.join("; ", titles));
    }
}
