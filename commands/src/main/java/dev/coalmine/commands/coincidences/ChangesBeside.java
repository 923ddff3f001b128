package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.changes.Described;
import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Change.Kind;
import dev.coalmine.storage.changes.Changes;
import dev.coalmine.storage.changes.KeptChange;
import dev.coalmine.storage.coincidences.LaunchCounts;
import dev.coalmine.storage.coincidences.MinuteCount;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds changes that began or ended, each with how often such changes do. */
@Component
class ChangesBeside {

    private static final int MOST = 40;

    private final Changes changes;

    ChangesBeside(Changes changes) {
        this.changes = changes;
    }

    /** The rarest first; of several of the same sort the nearest. */
    List<Coincidence> within(Stretch stretch) {
        var first = changes.first();
        if (first == null) {
            return List.of();
        }
        var nearest = new LinkedHashMap<String, Change>();
        changes.between(stretch.from(), stretch.until(), MOST).stream()
                .map(KeptChange::change)
                .forEach(change -> nearest.merge(
                        subject(change), change, (a, b) -> moment(a, stretch).isBefore(moment(b, stretch)) ? b : a));
        var looked = changes.sortsSince(stretch.past());
        return nearest.values().stream()
                .map(change -> coincidence(change, stretch, first, looked))
                .flatMap(Optional::stream)
                .sorted(Coincidence.RAREST_FIRST)
                .toList();
    }

    private Optional<Coincidence> coincidence(Change change, Stretch stretch, Instant first, int looked) {
        var times = changes.timesOfSuch(change, stretch.past()).stream()
                .map(time -> new MinuteCount(LaunchCounts.minute(time), 1))
                .toList();
        var beside = times.stream()
                .filter(it -> it.minute() >= stretch.firstMinute() && it.minute() < stretch.endMinute())
                .toList();
        var from = Math.max(LaunchCounts.minute(first), stretch.pastMinute());
        var until = stretch.firstMinute();
        return Window.fullest(beside, Stretch.WINDOW)
                .map(window -> new Coincidence(
                        subject(change),
                        Described.words(change),
                        window.count(),
                        moment(change, stretch),
                        BaseRate.of(times, from, until, Stretch.WINDOW, window.count()),
                        Duration.ofMinutes(Math.max(0, until - from)),
                        looked));
    }

    /** Its end, if that is within the stretch; else its beginning. */
    private static Instant moment(Change change, Stretch stretch) {
        var end = change.latest();
        return end.isBefore(stretch.until()) ? end : change.at();
    }

    /** What makes another change one of the same sort. */
    private static String subject(Change change) {
        var of = change.service() == null ? "" : " of " + change.service().toLowerCase(Locale.ROOT);
        var name = change.kind() == Kind.RUN ? " “%s”".formatted(change.what()) : "";
        return "a %s%s%s"
                .formatted(
                        change.kind() == Kind.OTHER ? "change" : change.kind().word(), of, name);
    }
}
