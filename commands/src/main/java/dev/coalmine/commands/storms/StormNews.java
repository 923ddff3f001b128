package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormHeard;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes what the detector says into the record, and tells people. */
@Component
class StormNews {

    private static final int LONGEST = 9_000;
    private static final int MOST_DRAWN = 50;
    // One source after the other joins a large storm; the channel is to stay readable.
    private static final Duration SAID_EVERY = Duration.ofMinutes(5);
    private static final Duration PICTURED_EVERY = Duration.ofMinutes(10);
    private static final Duration REFRESHED_EVERY = Duration.ofSeconds(30);
    private static final Duration DRAWN_EVERY = Duration.ofSeconds(5);

    private final Storms storms;
    private final StormMembers members;
    private final StormIncident itsIncident;
    private final Incidents incidents;
    private final Workspace workspace;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<Long, Instant> drawn = new HashMap<>();
    private final Map<Long, Instant> refreshed = new HashMap<>();
    private final Map<Long, Instant> pictured = new HashMap<>();
    private final Map<Long, Instant> said = new HashMap<>();

    StormNews(
            Storms storms,
            StormMembers members,
            StormIncident itsIncident,
            Incidents incidents,
            Workspace workspace,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.storms = storms;
        this.members = members;
        this.itsIncident = itsIncident;
        this.incidents = incidents;
        this.workspace = workspace;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells people, or not.
     *
     * @param live whether it has happened just now, and is not told of the past
     * @param alertsToo whether it is known what is usual of alerts
     */
    void tell(StormEvent event, boolean live, boolean alertsToo) {
        switch (event.event()) {
            case OPENED -> opened(event, live, alertsToo);
            case WIDENED ->
                storms.findByHeardAs(event.storm()).ifPresent(storm -> widened(storm, event, live, alertsToo));
            case ENDED -> storms.findByHeardAs(event.storm()).ifPresent(storm -> ended(storm, event, live));
        }
    }

    private void opened(StormEvent event, boolean live, boolean alertsToo) {
        storms.forgetNumber(event.storm());
        var storm = new Storm(event.storm(), at(event.at()));
        stands(storm, event.view(), event.explanation(), alertsToo);
        storms.save(storm);
        members.keep(storm.number(), members(event.view()));
        if (live && storm.kind() != Storm.Kind.NOTICE) {
            opensIncident(storm, event.view());
        }
    }

    private void opensIncident(Storm storm, StormView view) {
        var incident = itsIncident.of(storm, view);
        storm.opensIn(incident.number());
        storms.save(storm);
        events.publishEvent(
                new StormHeard(incident.number(), storm.number(), storm.openedAt(), StormWords.opened(storm), false));
        draw(storm, true);
    }

    private void widened(Storm storm, StormEvent event, boolean live, boolean alertsToo) {
        var before = storm.kind();
        var back = !storm.open();
        var known = sources(storm);
        if (back && judged(storm)) {
            return;
        }
        storm.comesBack();
        stands(storm, event.view(), event.explanation(), alertsToo);
        storms.save(storm);
        members.keep(storm.number(), members(event.view()));
        if (live && storm.incident().isEmpty() && storm.kind() != Storm.Kind.NOTICE) {
            opensIncident(storm, event.view());
        } else if (storm.incident().isPresent()) {
            var more = members(event.view()).stream()
                    .filter(it -> !known.contains(it.source()))
                    .toList();
            tellWidened(storm, before, back, more);
        }
    }

    private void tellWidened(Storm storm, Storm.Kind before, boolean back, List<Member> more) {
        incidentOf(storm).ifPresent(incident -> {
            if (back) {
                itsIncident.goesOn(incident);
            }
            var matters = back
                    || before != storm.kind()
                    || saidLast(storm).plus(SAID_EVERY).isBefore(clock.instant());
            say(incident, storm, StormWords.widened(storm, before, back, more), matters);
            itsIncident.grows(incident, storm, more);
            draw(storm, true);
        });
    }

    private void ended(Storm storm, StormEvent event, boolean live) {
        if (!storm.open()) {
            return;
        }
        storm.stands(
                storm.kind(),
                at(event.first()),
                event.failures(),
                storm.explanation(),
                json.writeValueAsString(drawable(event.view())));
        storm.end(live ? clock.instant() : at(event.at()));
        storms.save(storm);
        incidentOf(storm).ifPresent(incident -> {
            say(incident, storm, Markup.escape(event.explanation()) + StormWords.held(storm), true);
            itsIncident.isOver(incident, storm);
            draw(storm, true);
        });
    }

    /** Brings what goes on up to date, at most every five seconds each. */
    void standsNow(Detector detector, boolean alertsToo) {
        var now = clock.instant();
        for (var storm : storms.open()) {
            var due = drawn.getOrDefault(storm.number(), Instant.EPOCH)
                    .plus(DRAWN_EVERY)
                    .isBefore(now);
            if (due) {
                drawn.put(storm.number(), now);
                storm.heardAs().flatMap(detector::look).ifPresent(view -> refresh(storm, view, alertsToo));
            }
        }
    }

    private void refresh(Storm storm, StormView view, boolean alertsToo) {
        itsIncident.gathers(storm, members(view));
        var more = view.failures() != storm.failures();
        if (more || hasStoodAWhile(storm, view)) {
            refreshed.put(storm.number(), clock.instant());
            stands(storm, view, null, alertsToo);
            storms.save(storm);
            members.keep(storm.number(), members(view));
            draw(storm, pictureIsOld(storm));
        }
    }

    /** What has not failed meanwhile is worth a drawing now and then, too. */
    private boolean hasStoodAWhile(Storm storm, StormView view) {
        var last = refreshed.getOrDefault(storm.number(), storm.openedAt());
        return last.plus(REFRESHED_EVERY).isBefore(clock.instant())
                && !storm.drawnFrom().equals(json.writeValueAsString(drawable(view)));
    }

    private boolean pictureIsOld(Storm storm) {
        var last = pictured.getOrDefault(storm.number(), Instant.EPOCH);
        return last.plus(PICTURED_EVERY).isBefore(clock.instant());
    }

    /** The detector has been taught anew, and may know storms by other numbers, or not at all. */
    void recognise(Detector detector) {
        storms.forgetNumbers();
        for (var storm : storms.open()) {
            var now = known(storm, detector);
            if (now.isPresent() && storms.findByHeardAs(now.getAsInt()).isEmpty()) {
                storm.isHeardAs(now.getAsInt());
            } else {
                storm.end(clock.instant());
            }
            storms.save(storm);
        }
    }

    private OptionalInt known(Storm storm, Detector detector) {
        return members.of(storm.number()).stream()
                .map(it -> detector.stormOf(
                        it.alerts() ? Signal.Kind.ALERT : Signal.Kind.LAUNCH,
                        it.source(),
                        it.alerts() ? null : !it.byHand()))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    private void stands(Storm storm, StormView view, @Nullable String explanation, boolean alertsToo) {
        storm.stands(
                alertsToo || !StormWords.alerts(view) || storm.incident().isPresent()
                        ? Storm.Kind.valueOf(view.kind().name())
                        : Storm.Kind.NOTICE,
                at(view.first()),
                view.failures(),
                explanation == null ? storm.explanation() : Markup.clip(Markup.escape(explanation), LONGEST),
                json.writeValueAsString(drawable(view)));
    }

    /** What is drawn needs no more than some names. */
    private static StormView drawable(StormView view) {
        return new StormView(
                view.storm(),
                view.kind(),
                view.first(),
                view.latest(),
                view.failures(),
                view.automated(),
                view.manual(),
                view.usual(),
                view.expectedDays(),
                view.members().stream().limit(MOST_DRAWN).toList(),
                view.text(),
                view.saying(),
                view.newText(),
                view.leading(),
                view.fine().stream().limit(MOST_DRAWN).toList(),
                view.witness(),
                view.manualSucceeded(),
                view.usualManualShare(),
                view.entities().stream().limit(MOST_DRAWN).toList());
    }

    /** @param aloud whether the channel hears of it, too; the card shows it in any case */
    private void say(Incident incident, Storm storm, String words, boolean aloud) {
        if (aloud) {
            said.put(storm.number(), clock.instant());
        }
        events.publishEvent(new StormHeard(incident.number(), storm.number(), clock.instant(), words, aloud));
    }

    private Instant saidLast(Storm storm) {
        return said.getOrDefault(storm.number(), storm.openedAt());
    }

    private void draw(Storm storm, boolean picture) {
        storm.incident().ifPresent(incident -> {
            workspace.drawStorm(incident, storm.number());
            if (picture) {
                pictured.put(storm.number(), clock.instant());
                workspace.pictureStorm(incident, storm.number());
            }
        });
    }

    private Optional<Incident> incidentOf(Storm storm) {
        return storm.incident().flatMap(incidents::held).map(itsIncident::lastOfMerged);
    }

    private static boolean judged(Storm storm) {
        return storm.verdict()
                .filter(it -> it == Storm.Verdict.NOT_A_STORM || it == Storm.Verdict.EXPECTED)
                .isPresent();
    }

    private Set<String> sources(Storm storm) {
        return members.of(storm.number()).stream().map(Member::source).collect(Collectors.toSet());
    }

    static List<Member> members(StormView view) {
        return view.members().stream()
                .map(it -> new Member(it.source(), it.alerts(), it.byHand(), it.failures()))
                .toList();
    }

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
