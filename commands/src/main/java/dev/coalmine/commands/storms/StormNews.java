package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormHeard;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes what the detector says into the record, and tells people. */
@Component
class StormNews {

    private final Storms storms;
    private final StormRecord record;
    private final StormDrawing drawing;
    private final StormIncident itsIncident;
    private final Incidents incidents;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    // One source after the other joins a large storm; the channel is to stay readable.
    private final Pace said;

    StormNews(
            Storms storms,
            StormRecord record,
            StormDrawing drawing,
            StormIncident itsIncident,
            Incidents incidents,
            ApplicationEventPublisher events,
            Clock clock) {
        this.storms = storms;
        this.record = record;
        this.drawing = drawing;
        this.itsIncident = itsIncident;
        this.incidents = incidents;
        this.events = events;
        this.clock = clock;
        this.said = new Pace(Duration.ofMinutes(5), clock);
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
        // The detector's numbers may have begun anew.
        storms.forgetNumber(event.storm());
        var storm = storms.save(new Storm(event.storm(), Instant.ofEpochMilli(event.at())));
        record.keep(storm, kind(storm, event.view(), alertsToo), event.view(), event.explanation());
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
        drawing.anew(storm);
    }

    private void widened(Storm storm, StormEvent event, boolean live, boolean alertsToo) {
        var before = storm.kind();
        var back = !storm.open();
        if (back && isSettled(storm)) {
            return;
        }
        var known = record.sources(storm);
        storm.comesBack();
        record.keep(storm, kind(storm, event.view(), alertsToo), event.view(), event.explanation());
        if (live && storm.incident().isEmpty() && storm.kind() != Storm.Kind.NOTICE) {
            opensIncident(storm, event.view());
        } else {
            var more = StormRecord.members(event.view()).stream()
                    .filter(it -> !known.contains(it.source()))
                    .toList();
            incidentOf(storm).ifPresent(incident -> tellWidened(incident, storm, before, back, more));
        }
    }

    private void tellWidened(Incident incident, Storm storm, Storm.Kind before, boolean back, List<Member> more) {
        if (back) {
            itsIncident.goesOn(incident);
        }
        var aloud = back || before != storm.kind() || said.isDue(storm.number(), storm.openedAt());
        say(incident, storm, StormWords.widened(storm, before, back, more), aloud);
        itsIncident.grows(incident, storm, more);
        drawing.anew(storm);
    }

    private void ended(Storm storm, StormEvent event, boolean live) {
        if (!storm.open()) {
            return;
        }
        storm.end(live ? clock.instant() : Instant.ofEpochMilli(event.at()));
        record.keep(storm, storm.kind(), event.view());
        incidentOf(storm).ifPresent(incident -> {
            say(incident, storm, Markup.escape(event.explanation()) + StormWords.held(storm), true);
            itsIncident.isOver(incident, storm);
            drawing.anew(storm);
        });
    }

    /** Brings what goes on up to date. */
    void standsNow(Detector detector, boolean alertsToo) {
        storms.open().stream().filter(drawing::isToBeLookedAt).forEach(storm -> storm.heardAs()
                .flatMap(detector::look)
                .ifPresent(view -> refresh(storm, view, alertsToo)));
    }

    private void refresh(Storm storm, StormView view, boolean alertsToo) {
        itsIncident.gathers(storm, StormRecord.members(view));
        if (drawing.isWorthDrawing(storm, view)) {
            record.keep(storm, kind(storm, view, alertsToo), view);
            drawing.again(storm);
        }
    }

    /** What is only heard while nobody knows what is usual is a notice, and stays one unless it grows later. */
    private static Storm.Kind kind(Storm storm, StormView view, boolean alertsToo) {
        return alertsToo || !StormWords.alerts(view) || storm.incident().isPresent()
                ? Storm.Kind.valueOf(view.kind().name())
                : Storm.Kind.NOTICE;
    }

    /** @param aloud whether the channel hears of it, too; the card shows it in any case */
    private void say(Incident incident, Storm storm, String words, boolean aloud) {
        if (aloud) {
            said.isDone(storm.number());
        }
        events.publishEvent(new StormHeard(incident.number(), storm.number(), clock.instant(), words, aloud));
    }

    private Optional<Incident> incidentOf(Storm storm) {
        return storm.incident().flatMap(incidents::held).map(itsIncident::lastOfMerged);
    }

    /** Whether somebody has said what it is, and that it need not be told again. */
    private static boolean isSettled(Storm storm) {
        return storm.verdict().filter(it -> it != Storm.Verdict.REAL).isPresent();
    }
}
