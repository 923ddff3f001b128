package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Sensitivity;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.commands.storms.detector.StormEvent.Change;
import dev.coalmine.commands.storms.detector.StormEvent.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Plays a recording to a detector and compares what it says with what happened. An alarm is right if it is opened between
 * the onset of a storm and ten minutes after its end and shares a source with it; each storm takes one, further ones are
 * duplicates, unless it is an alarm opened again under its old number. All other alarms of the evaluated days are false;
 * those of the history do not count.
 */
final class Score {

    private static final long GRACE = 10 * Span.MINUTE;
    private static final long TICK = Span.MINUTE;
    // What is meant; what is worse is told on request.
    private static final int LATE = 8;
    private static final double OFF = 30;

    private final String name;
    private final Tally tally = new Tally();
    private final List<StormEvent> events = new ArrayList<>();
    private final Map<TrueStorm, StormEvent> alarms = new HashMap<>();

    private Score(String name) {
        this.name = name;
    }

    /**
     * @param changed what is done to each signal before it is heard
     */
    static Tally of(String name, MadeUp days, UnaryOperator<Signal> changed) {
        var score = new Score(name);
        score.play(days, changed);
        score.judge(days.evaluated(), days.storms());
        return score.tally;
    }

    /** As it came, but nobody says anything. */
    static Signal withoutText(Signal signal) {
        return new Signal(
                signal.at(),
                signal.received(),
                signal.kind(),
                signal.source(),
                signal.automated(),
                signal.entity(),
                signal.outcome(),
                null,
                signal.attributes());
    }

    private void play(MadeUp days, UnaryOperator<Signal> changed) {
        var detector = new Detector(Sensitivity.USUAL);
        var tick = days.begin();
        while (days.hasNext()) {
            var signal = changed.apply(days.next());
            for (; tick < signal.received(); tick += TICK) {
                events.addAll(detector.tick(tick));
            }
            events.addAll(detector.hear(signal));
            tally.signals++;
        }
    }

    private void judge(long evaluated, List<TrueStorm> storms) {
        tally.days = Stage.EVALUATED_DAYS;
        tally.storms = storms.size();
        var known = new HashSet<Integer>();
        var noticed = new HashSet<Integer>();
        for (var event : events) {
            if (event.kind() == Kind.NOTICE) {
                noticed.add(event.storm());
            } else if (event.event() == Change.OPENED || noticed.remove(event.storm())) {
                var again = !known.add(event.storm());
                if (event.at() >= evaluated) {
                    judge(event, again, storms);
                }
            }
        }
        storms.stream().filter(storm -> !alarms.containsKey(storm)).forEach(this::missed);
        alarms.forEach(this::found);
    }

    private void judge(StormEvent alarm, boolean again, List<TrueStorm> storms) {
        var meant = storms.stream().filter(storm -> means(alarm, storm)).toList();
        if (meant.isEmpty()) {
            tally.falseAlarms++;
            tally.note("%s: false at %s: %s", name, Tally.moment(alarm.at()), alarm.explanation());
            return;
        }
        nearest(
                        alarm,
                        meant.stream()
                                .filter(storm -> !alarms.containsKey(storm))
                                .toList())
                .ifPresentOrElse(storm -> alarms.put(storm, alarm), () -> duplicate(alarm, again));
    }

    private void duplicate(StormEvent alarm, boolean again) {
        if (!again) {
            tally.duplicates++;
            tally.note("%s: again at %s: %s", name, Tally.moment(alarm.at()), alarm.explanation());
        }
    }

    private static boolean means(StormEvent alarm, TrueStorm storm) {
        return alarm.at() >= storm.from()
                && alarm.at() <= storm.end() + GRACE
                && alarm.sources().stream().anyMatch(storm.touched()::contains);
    }

    /** The one with which it has most sources in common. */
    private static Optional<TrueStorm> nearest(StormEvent alarm, List<TrueStorm> storms) {
        return storms.stream().max(Comparator.comparingLong(storm -> alarm.sources().stream()
                .filter(storm.touched()::contains)
                .count()));
    }

    private void missed(TrueStorm storm) {
        tally.note(
                "%s: missed %d failures from %s to %s of %s",
                name, storm.seen(storm.end()), Tally.moment(storm.onset()), Tally.moment(storm.end()), storm.sources());
    }

    private void found(TrueStorm storm, StormEvent alarm) {
        tally.found++;
        var seen = storm.seen(alarm.at());
        (storm.slow() ? tally.seenSlow : tally.seen).add((double) seen);
        var off = storm.onsetError(alarm.first(), alarm.at()) / 1000.0;
        tally.onsetErrors.add(off);
        if (seen > LATE && !storm.slow()) {
            tally.note("%s: late, %d of %d: %s", name, seen, storm.seen(storm.end()), alarm.explanation());
        }
        if (off > OFF) {
            var sooner = alarm.first() < storm.onset() ? "before" : "after";
            tally.note("%s: onset %.0f s %s: %s", name, off, sooner, alarm.explanation());
        }
        var last = last(alarm, storm);
        var named = new HashSet<>(last.sources());
        tally.named += (int) named.stream().filter(storm.sources()::contains).count();
        tally.unnamed += (int) storm.sources().stream()
                .filter(source -> !named.contains(source))
                .count();
        tally.misnamed += (int) named.stream()
                .filter(source -> !storm.touched().contains(source))
                .count();
        if ((last.kind() == StormEvent.Kind.CANARY) == storm.shared()) {
            tally.kinds++;
        }
    }

    /** What was last said of it before all was over. */
    private StormEvent last(StormEvent alarm, TrueStorm storm) {
        return events.stream()
                .filter(event -> event.storm() == alarm.storm() && event.event() != Change.ENDED)
                .filter(event -> event.at() >= alarm.at() && event.at() <= storm.end() + GRACE)
                .reduce(alarm, (before, after) -> after);
    }
}
