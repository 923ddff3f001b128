package dev.coalmine.commands.pages;

import static java.util.Objects.requireNonNull;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.pages.AlertTallies;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.pages.Tally;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Tells incidents what their alerts say, in the record and in the channel.
 *
 * <p>Every change is an entry in the record. The channel is told the first few of a stretch of time line by line; from then
 * on one line counts the rest, and is edited in place. The card is drawn once in the end for all that was heard together.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class PageNews {

    private static final int LINES = 5;
    private static final Duration STRETCH = Duration.ofMinutes(10);

    // Where a new alert is one more of the same, a busy channel should not be told each time.
    private static final int FLAPPING = 3;

    private final Incidents incidents;
    private final Pages pages;
    private final AlertTallies tallies;
    private final SeenEvents seen;
    private final Timeline timeline;
    private final Workspace workspace;
    private final Timers timers;
    private final PagingSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<Long, Tally> counts = new HashMap<>();
    private final Set<Long> changed = new TreeSet<>();
    private final Set<Long> counted = new TreeSet<>();

    PageNews(
            Incidents incidents,
            Pages pages,
            AlertTallies tallies,
            SeenEvents seen,
            Timeline timeline,
            Workspace workspace,
            Timers timers,
            PagingSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.incidents = incidents;
        this.pages = pages;
        this.tallies = tallies;
        this.seen = seen;
        this.timeline = timeline;
        this.workspace = workspace;
        this.timers = timers;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Draws what has changed; to be called when all is told. */
    void close() {
        counts.values().forEach(tallies::save);
        counted.forEach(incident -> workspace.countAlerts(
                incident, requireNonNull(counts.get(incident)).since()));
        changed.forEach(workspace::redrawCard);
    }

    /** The alert that opened the incident. */
    void opened(Incident incident, Page page, Alert alert) {
        page.countMembers(firing(alert));
        record(incident, alert, "Alert from %s: “%s”%s.".formatted(page.source(), title(page), members(alert)));
        summary(incident, alert);
    }

    /** Another alert belongs to it. */
    void joins(Incident incident, Page page, Alert alert) {
        page.joins(incident.number());
        invite(incident, alert);
        tell(
                incident,
                alert,
                Tally.Change.JOINED,
                "Another alert from %s joined: “%s”%s.".formatted(page.source(), title(page), members(alert)));
    }

    /**
     * It belongs to the storm of that incident: counted rather than said, so that people are called again only for a new
     * source and for what is worse.
     *
     * @param fresh whether nothing of its service was part of the storm
     * @param worse its severity, if that is worse than the incident's
     */
    void joinsStorm(Incident incident, Page page, Alert alert, boolean fresh, @Nullable Severity worse) {
        page.joins(incident.number());
        if (worse != null) {
            incident.rate(worse, null, clock.instant());
            incidents.save(incident);
        }
        var words =
                "Another alert of the storm, from %s: “%s”%s.".formatted(page.source(), title(page), members(alert));
        if (fresh || worse != null) {
            invite(incident, alert);
            tell(incident, alert, Tally.Change.JOINED, words);
        } else {
            record(incident, alert, words);
        }
    }

    /** It had ended and fires again while the incident is open. */
    void again(Incident incident, Page page, Alert alert) {
        if (page.starts() > FLAPPING && !isSaidAgain(page.starts())) {
            record(incident, alert, startedAgain(page));
        } else {
            tell(incident, alert, Tally.Change.FIRED_AGAIN, startedAgain(page));
        }
    }

    /** It fires again after the incident was over. */
    void reopens(Incident incident, Page page, Alert alert) {
        incident.move(Stage.TRIAGE, startedAgain(page), null, clock.instant());
        incidents.save(incident);
        workspace.invite(incident.number(), alert.people());
    }

    /** Now and then, lest what goes on for hours is forgotten. */
    private static boolean isSaidAgain(int starts) {
        var left = starts;
        while (left % 10 == 0) {
            left /= 10;
        }
        return left == 1 || left == 3;
    }

    private String startedAgain(Page page) {
        return page.starts() >= FLAPPING
                ? "“%s” is flapping: it has started %d times. It is one problem%s; that it is over is believed after %s of quiet."
                        .formatted(
                                title(page),
                                page.starts(),
                                page.seriesAt()
                                        .map(since -> " since " + Shown.time(since))
                                        .orElse(""),
                                Spans.words(settings.quietAfterFlapping()))
                : "“%s” fires again.".formatted(title(page));
    }

    /** It goes on; only what is new in a group is worth a line. */
    void goesOn(Page page, Alert alert) {
        if (alert.members().isEmpty()) {
            return;
        }
        page.incident().flatMap(incidents::held).ifPresent(incident -> {
            if (page.countMembers(firing(alert))) {
                record(incident, alert, "“%s”%s.".formatted(title(page), members(alert)));
            }
        });
    }

    /** It is over. When all are over and nobody took part, so is the incident; of what flaps that is not believed at once. */
    void over(Incident incident, Page page, Alert alert) {
        record(incident, alert, "Over, says %s: “%s”%s.".formatted(page.source(), title(page), reason(alert)));
        if (!incident.stage().open() || pages.anyFiring(incident.number())) {
            return;
        }
        if (pages.count(incident.number()).flapping()) {
            timers.ring(FlappingOver.NAME, incident.number(), settings.quietAfterFlapping());
        } else if (incident.attended()) {
            askWhetherItIsOver(incident, page);
        } else {
            incident.move(
                    Stage.DECLINED,
                    "%s resolved it before anybody took part.".formatted(page.source()),
                    null,
                    clock.instant());
            incidents.save(incident);
        }
    }

    private void askWhetherItIsOver(Incident incident, Page page) {
        if (isSaid(incident, Tally.Change.ENDED)) {
            workspace.say(
                    incident.number(),
                    "%s says that it is over. If users are well again:".formatted(page.source()),
                    new Errand.Choice("Resolve", "#%d resolve".formatted(incident.number())));
        }
    }

    void acknowledged(Incident incident, Page page, Alert alert) {
        tell(
                incident,
                alert,
                Tally.Change.ACKNOWLEDGED,
                "%s acknowledged “%s” in %s."
                        .formatted(
                                Markup.escape(page.acknowledgedBy().orElse("Somebody")), title(page), page.source()));
    }

    /** Somebody else was called, or something about it changed. */
    void changed(Incident incident, Page page, Alert alert) {
        workspace.invite(incident.number(), alert.people());
        var called = alert.people().isEmpty() ? "" : "; called: " + Markup.escape(String.join(", ", alert.people()));
        record(incident, alert, "%s: “%s” changed%s%s.".formatted(page.source(), title(page), about(alert), called));
    }

    void noted(Incident incident, Page page, Alert alert) {
        record(incident, alert, "%s about “%s”%s.".formatted(page.source(), title(page), about(alert)));
    }

    /** In the record, and in the channel: in a line of its own or as one more. */
    private void tell(Incident incident, Alert alert, Tally.Change change, String words) {
        if (isSaid(incident, change)) {
            events.publishEvent(
                    new AlertHeard(incident.number(), alert.at(), Markup.clip(words, 10_000), alert.link()));
        } else {
            record(incident, alert, words);
        }
    }

    private void record(Incident incident, Alert alert, String words) {
        changed.add(incident.number());
        timeline.append(new Draft(incident.number(), alert.at(), AlertHeard.KIND, null, Markup.clip(words, 10_000))
                .linkedTo(alert.link()));
    }

    /** Whether the change gets a line of its own in the channel; else it is counted. */
    private boolean isSaid(Incident incident, Tally.Change change) {
        var number = incident.number();
        var since = stretch(clock.instant());
        var known =
                counts.computeIfAbsent(number, it -> tallies.find(it, since).orElseGet(() -> Tally.none(it, since)));
        var said = known.told() < LINES;
        counts.put(number, said ? known.oneMoreTold() : known.counted(change));
        if (!said) {
            counted.add(number);
        }
        return said;
    }

    private static Instant stretch(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() / STRETCH.toSeconds() * STRETCH.toSeconds());
    }

    /** Each of them once: thousands of alerts may name the same few. */
    private void invite(Incident incident, Alert alert) {
        var prefix = "invited:%d:".formatted(incident.number());
        var unasked = seen.newOf(alert.people().stream().map(prefix::concat).toList(), clock.instant());
        workspace.invite(
                incident.number(),
                alert.people().stream()
                        .filter(person -> unasked.contains(prefix + person))
                        .toList());
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
