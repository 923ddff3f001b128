package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.coincidences.Coincidences;
import dev.coalmine.storage.coincidences.SeenCoincidence;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.IncidentLinked;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Recognises what stood beside an earlier incident of the same thing within two weeks: once is a coincidence, twice is
 * something to look at.
 */
@Component
class Recurrences {

    private static final Duration WITHIN = Duration.ofDays(14);
    private static final int MOST = 50;

    private final Coincidences coincidences;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Workspace workspace;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recurrences(
            Coincidences coincidences,
            Incidents incidents,
            Timeline timeline,
            Workspace workspace,
            ApplicationEventPublisher events,
            Clock clock) {
        this.coincidences = coincidences;
        this.incidents = incidents;
        this.timeline = timeline;
        this.workspace = workspace;
        this.events = events;
        this.clock = clock;
    }

    /** Says so, once, if it is one. */
    void look(Incident incident, Coincidence found, Instant began) {
        var now = found.seenBeside(incident.number(), began, true);
        var earlier = coincidences.likeSince(now, began.minus(WITHIN), MOST).stream()
                .filter(it -> it.began().isBefore(began))
                .map(it -> incidents
                        .findById(it.incident())
                        .filter(other -> isSameAgain(other, incident))
                        .map(other -> new Earlier(other, it)))
                .flatMap(Optional::stream)
                .toList();
        if (!earlier.isEmpty() && isEvidence(found, now, earlier) && coincidences.callRecurrence(now)) {
            tell(incident, found, now, earlier);
        }
    }

    private static boolean isSameAgain(Incident other, Incident incident) {
        return other.kind() != Kind.DRILL
                && other.stage() != Stage.MERGED
                && other.restricted() == incident.restricted()
                && SameMatter.is(other, incident);
    }

    /** As rare as all of them together: two of one in ten are one in a hundred. */
    private static boolean isEvidence(Coincidence found, SeenCoincidence now, List<Earlier> earlier) {
        return BaseRate.byChance(chance(now, earlier), found.looked()) <= Coincidence.EVEN;
    }

    private static double chance(SeenCoincidence now, List<Earlier> earlier) {
        return now.share()
                * earlier.stream().mapToDouble(it -> it.seen().share()).reduce(1, (a, b) -> a * b);
    }

    private void tell(Incident incident, Coincidence found, SeenCoincidence now, List<Earlier> earlier) {
        var number = incident.number();
        var last = earlier.getFirst();
        var words = words(incident, found, now, earlier);
        timeline.append(new Draft(number, clock.instant(), "recurrence", null, words));
        workspace.say(number, ":repeat: *Recurrence*: " + words);
        events.publishEvent(new IncidentLinked(
                number, clock.instant(), null, last.incident().number()));
        events.publishEvent(new IncidentLinked(last.incident().number(), clock.instant(), null, number));
    }

    private static String words(Incident incident, Coincidence found, SeenCoincidence now, List<Earlier> earlier) {
        var since = Duration.between(earlier.getLast().seen().began(), now.began());
        return "“%s” is the %s within %s, each within %s of %s. Before: %s. %s"
                .formatted(
                        Markup.escape(incident.service().orElseGet(incident::title)),
                        nth(earlier.size() + 1),
                        Spans.words(roundedUp(since)),
                        farthest(now, earlier),
                        Markup.escape(found.subject()),
                        named(earlier),
                        evidence(now, earlier));
    }

    private static String nth(int times) {
        return switch (times) {
            case 2 -> "second time that it broke";
            case 3 -> "third time that it broke";
            default -> "%dth time that it broke".formatted(times);
        };
    }

    /** Three days and a half read as four. */
    private static Duration roundedUp(Duration since) {
        return since.toHours() < 48 ? since : Duration.ofDays((since.toHours() + 23) / 24);
    }

    private static String farthest(SeenCoincidence now, List<Earlier> earlier) {
        var seconds = Stream.concat(Stream.of(now), earlier.stream().map(Earlier::seen))
                .mapToLong(it -> Math.abs(it.distance().toSeconds()))
                .max()
                .orElse(0);
        var minutes = Math.max(1, (seconds + 59) / 60);
        return minutes == 1 ? "a minute" : "%d minutes".formatted(minutes);
    }

    private static String named(List<Earlier> earlier) {
        return earlier.stream()
                .limit(5)
                .map(it -> "incident %d (%s), %s"
                        .formatted(
                                it.incident().number(),
                                it.incident()
                                        .channel()
                                        .map("<#%s>"::formatted)
                                        .orElseGet(() ->
                                                Markup.escape(it.incident().title())),
                                Shown.time(it.seen().began())))
                .collect(Collectors.joining("; "));
    }

    private static String evidence(SeenCoincidence now, List<Earlier> earlier) {
        var chance = chance(now, earlier);
        return chance == 0
                ? "As much happens in none of the other five-minute windows that are known."
                : "By chance that would be in %s of cases.".formatted(BaseRate.percent(chance));
    }

    private record Earlier(Incident incident, SeenCoincidence seen) {}
}
