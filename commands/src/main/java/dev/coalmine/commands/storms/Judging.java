package dev.coalmine.commands.storms;

import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import dev.coalmine.storage.storms.DetectorMemory;
import dev.coalmine.storage.storms.DetectorMemory.Put;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormHeard;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes what people say of storms: into the record at once, and to the detector, which remembers it for the sources of the
 * storm.
 */
@Component
class Judging {

    private final Storms storms;
    private final StormMembers members;
    private final DetectorMemory memory;
    private final Incidents incidents;
    private final Workspace workspace;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Judging(
            Storms storms,
            StormMembers members,
            DetectorMemory memory,
            Incidents incidents,
            Workspace workspace,
            ApplicationEventPublisher events,
            Clock clock) {
        this.storms = storms;
        this.members = members;
        this.memory = memory;
        this.incidents = incidents;
        this.workspace = workspace;
        this.events = events;
        this.clock = clock;
    }

    Reply expected(Storm storm, Instant until, String person, String shown) {
        judge(storm, Storm.Verdict.EXPECTED, until, person, "Expected until %s.".formatted(shown));
        return Reply.line(("Noted: storm %d is expected until %s. What belongs to it raises nothing until then, and its"
                        + " alerts are counted: `/incident storms held %d`.")
                .formatted(storm.number(), shown, storm.number()));
    }

    Reply not(Storm storm, String person) {
        judge(storm, Storm.Verdict.NOT_A_STORM, null, person, "Not a storm.");
        return Reply.line("Noted: storm %d is none. The same again will raise nothing.".formatted(storm.number()));
    }

    Reply real(Storm storm, String person) {
        judge(storm, Storm.Verdict.REAL, null, person, "");
        return Reply.line(
                "Noted: storm %d is real. The same again will never be taken for a habit.".formatted(storm.number()));
    }

    /** Somebody takes it for real by what they do. */
    void takenForReal(Storm storm) {
        if (storm.verdict().isEmpty()) {
            put(storm, "real", null, null);
        }
    }

    /** A source leaves the storm, and is judged by itself from then on. */
    Reply split(Storm storm, String source, String person) {
        var all = members.of(storm.number());
        var leaving = all.stream()
                .filter(it -> it.source().equalsIgnoreCase(source))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "No source of storm %d has that name. It has: %s.".formatted(storm.number(), names(all))));
        if (!storm.open() || all.size() < 2) {
            throw new Refused("Storm %d cannot be split: %s."
                    .formatted(storm.number(), storm.open() ? "it has one source only" : "it is over"));
        }
        put(storm, "split", leaving.source(), null);
        members.keep(
                storm.number(), all.stream().filter(it -> !it.equals(leaving)).toList());
        var words = "`%s` was split off from storm %d.".formatted(Markup.escape(leaving.source()), storm.number());
        storm.incident().ifPresent(incident -> {
            events.publishEvent(new StormHeard(
                    incident, storm.number(), clock.instant(), words + " — " + Markup.person(person), true));
            workspace.drawStorm(incident, storm.number());
        });
        return Reply.line(words + " If it is a storm by itself, it gets its own incident.");
    }

    private void judge(Storm storm, Storm.Verdict verdict, @Nullable Instant until, String person, String line) {
        storm.judge(verdict, person, until, clock.instant());
        storms.save(storm);
        put(storm, verdict.name().toLowerCase(Locale.ROOT), null, until);
        storm.incident().ifPresent(number -> {
            if (verdict != Storm.Verdict.REAL) {
                incidents.held(number).ifPresent(incident -> decline(incident, line, person));
            }
            workspace.drawStorm(number, storm.number());
        });
    }

    /** Whoever works on it already decides that themselves; whoever has just declined it is being heard right now. */
    private void decline(Incident incident, String line, String person) {
        incident.attend();
        if (incident.stage() == Stage.TRIAGE) {
            incident.move(Stage.DECLINED, line, person, clock.instant());
            incidents.save(incident);
        }
    }

    private void put(Storm storm, String what, @Nullable String source, @Nullable Instant until) {
        storm.heardAs().ifPresent(number -> memory.ask(new Put(what, number, source, clock.instant(), until)));
    }

    private static String names(List<Member> members) {
        return String.join(
                ", ",
                members.stream()
                        .map(it -> "`%s`".formatted(Markup.escape(it.source())))
                        .limit(20)
                        .toList());
    }
}
