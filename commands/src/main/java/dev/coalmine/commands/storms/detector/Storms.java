package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The storms that are under way, and those that have just ended. */
final class Storms {

    private static final long COMES_BACK = 60 * 60_000;
    private static final long ONE_STORM = 30 * 60_000;
    private static final long AT_ONCE = 10 * 60_000;
    private static final int SUCCESSES = 3;

    private static final int STRANGERS = 4;
    private static final int FEW_MEMBERS = 30;
    private static final double GROWTH = 1.1;

    private final List<Storm> open = new ArrayList<>();
    private final List<Storm> ended = new ArrayList<>();
    private final Patterns patterns = new Patterns();
    private int numbers;

    /** The open storm of that number. */
    Optional<Storm> numbered(int number) {
        return open.stream().filter(storm -> storm.number == number).findFirst();
    }

    boolean any() {
        return !open.isEmpty();
    }

    /** A launch of that source went well. */
    void succeeded(Source source, long received) {
        open.forEach(storm -> storm.succeeded.merge(source.number, 1, Integer::sum));
        if (source.storm != null) {
            source.storm.lately.succeeded(received, source.usualShare());
        }
    }

    /** The open storm that a failure of that source may belong to. */
    @Nullable
    Storm openFor(Source source, @Nullable String template, long now) {
        Storm best = null;
        for (var storm : open) {
            if (apart(storm, source)) {
                continue;
            }
            if (template != null && template.equals(storm.text())) {
                return storm;
            }
            if (best == null && alike(storm, source.layer, source.onset(), source.says(), now)) {
                best = storm;
            }
        }
        return best;
    }

    /** Whether a person said that they have nothing to do with each other. */
    private static boolean apart(Storm storm, Source source) {
        return source.told != null && storm.members.keySet().stream().anyMatch(source::isApartFrom);
    }

    /** What begins together is one storm; so is what begins later, unless it says something else. */
    private static boolean alike(Storm storm, Layer layer, long onset, @Nullable String says, long now) {
        if (storm.layer != layer || now - storm.opened >= ONE_STORM) {
            return false;
        }
        var text = storm.text();
        return text == null || says == null || text.equals(says) || Math.abs(onset - storm.first()) < AT_ONCE;
    }

    List<StormEvent> alarm(Layer layer, Scan.Found found, long received, Detector detector) {
        var sources = together(found.sources());
        var text = said(sources);
        var before = before(layer, sources, text, received);
        if (before != null) {
            return widen(before, sources, received, detector);
        }
        var storm = new Storm(++numbers, layer, received, found.surprise());
        open.add(storm);
        storm.newText = text != null && detector.gathered(layer).texts.isNew(text);
        join(storm, sources, Onset.of(sources, text, detector.gathered(layer).texts));
        storm.firstSaid(detector.gathered(layer).texts);
        detector.successes().count(storm.first(), storm.succeeded);
        storm.pattern = patterns.repeatedBy(storm);
        storm.kind = kind(storm);
        return List.of(Wording.event(StormEvent.Change.OPENED, storm, received, detector));
    }

    /** All that may belong to the first of them. */
    private static List<Source> together(List<Source> sources) {
        var first = sources.getFirst();
        return sources.stream().filter(source -> !source.isApartFrom(first)).toList();
    }

    private static StormEvent.Kind kind(Storm storm) {
        if (storm.pattern != null && !storm.real && storm.pattern.strangers(storm.entities()) < STRANGERS) {
            return StormEvent.Kind.NOTICE;
        }
        return Canary.is(storm) ? StormEvent.Kind.CANARY : StormEvent.Kind.STORM;
    }

    /** An open one that this belongs to, or one that comes back. */
    private @Nullable Storm before(Layer layer, List<Source> sources, @Nullable String text, long now) {
        for (var storm : open) {
            var onset = sources.getFirst().onset();
            if (!apart(storm, sources.getFirst())
                    && (text != null && text.equals(storm.text()) || alike(storm, layer, onset, text, now))) {
                return storm;
            }
        }
        for (var storm : ended) {
            if (now - storm.ended < COMES_BACK
                    && !apart(storm, sources.getFirst())
                    && (shares(storm, sources) || text != null && text.equals(storm.text()))) {
                ended.remove(storm);
                open.add(storm);
                return storm;
            }
        }
        return null;
    }

    private static boolean shares(Storm storm, List<Source> sources) {
        return sources.stream().anyMatch(storm.members::containsKey);
    }

    /** What most of them say. */
    private static @Nullable String said(List<Source> sources) {
        var probe = new Storm(0, Layer.LAUNCHERS, 0, 0);
        for (var source : sources) {
            if (source.episode != null) {
                source.episode.failures.stream()
                        .filter(bad -> bad.at() >= source.onset())
                        .forEach(bad -> probe.add(source, bad));
            }
        }
        return probe.text();
    }

    List<StormEvent> widen(Storm storm, List<Source> more, long received, Detector detector) {
        var fresh = more.stream().anyMatch(source -> !storm.members.containsKey(source));
        var back = storm.ended != 0;
        storm.ended = 0;
        storm.evidenceReceived = received;
        join(storm, more, storm.first() - AT_ONCE);
        return worsens(storm) || back || fresh && worthSaying(storm)
                ? List.of(Wording.event(StormEvent.Change.WIDENED, storm, received, detector))
                : List.of();
    }

    /** Of a storm of hundreds nobody wants to hear hundreds of times that there is one source more. */
    private static boolean worthSaying(Storm storm) {
        var members = storm.members.size();
        return members <= FEW_MEMBERS || members >= GROWTH * storm.spokenOf;
    }

    /** Whether it turns out to be more than it was taken for; it never becomes less. */
    private static boolean worsens(Storm storm) {
        var kind = kind(storm);
        var worse = kind.compareTo(storm.kind) > 0;
        storm.kind = worse ? kind : storm.kind;
        return worse;
    }

    /** @param since what failed before has nothing to do with it */
    private static void join(Storm storm, List<Source> sources, long since) {
        for (var source : sources) {
            if (source.storm == null) {
                storm.join(source, since);
            }
        }
    }

    /** One of its sources fails once more. */
    List<StormEvent> goesOn(Storm storm, Source source, Failure failure, long received, Detector detector) {
        storm.lately.failed(received, source.usualShare());
        if (storm.saysAnew(failure.template(), received)) {
            storm.evidenceReceived = received;
        }
        storm.add(source, Source.Bad.of(failure));
        storm.add(source, failure.about());
        return storm.kind == StormEvent.Kind.NOTICE && worsens(storm)
                ? List.of(Wording.event(StormEvent.Change.WIDENED, storm, received, detector))
                : List.of();
    }

    /** Ends what is over by now. */
    List<StormEvent> end(long now, Detector detector) {
        var said = new ArrayList<StormEvent>();
        for (var storm : List.copyOf(open)) {
            if (storm.isQuiet(now) && calm(storm, now)) {
                ended.add(storm);
                said.add(close(storm, now, detector));
            }
        }
        for (var storm : List.copyOf(ended)) {
            if (now - storm.ended > COMES_BACK) {
                ended.remove(storm);
                patterns.remember(storm);
            }
        }
        return said;
    }

    private StormEvent close(Storm storm, long now, Detector detector) {
        open.remove(storm);
        storm.ended = now;
        var event = Wording.event(StormEvent.Change.ENDED, storm, now, detector);
        List.copyOf(storm.members.keySet()).forEach(Source::calm);
        return event;
    }

    private static boolean calm(Storm storm, long now) {
        if (storm.layer != Layer.LAUNCHERS) {
            return true;
        }
        return storm.members.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparingInt(part -> part.failures)))
                .map(Map.Entry::getKey)
                .map(worst -> worst.successesInARow >= SUCCESSES || now - worst.lastHeard() > 3 * worst.usualGap())
                .orElse(true);
    }

    /** A person says that it was planned: until then its sources raise nothing. */
    List<StormEvent> expected(Storm storm, long until, long now, Detector detector) {
        var event = close(storm, now, detector);
        storm.members.keySet().forEach(source -> source.expect(until));
        return List.of(event);
    }

    /** A person says that it is none: it is usual from now on. */
    List<StormEvent> dismissed(Storm storm, long now, Detector detector) {
        var event = close(storm, now, detector);
        storm.members.forEach((source, part) -> source.dismiss(part, storm.text()));
        return List.of(event);
    }

    /** A person takes part in it. */
    List<StormEvent> real(int number, Detector detector) {
        patterns.calledReal(number);
        ended.stream().filter(storm -> storm.number == number).forEach(storm -> storm.real = true);
        var storm = numbered(number).orElse(null);
        if (storm == null) {
            return List.of();
        }
        storm.real = true;
        return worsens(storm)
                ? List.of(Wording.event(StormEvent.Change.WIDENED, storm, storm.evidenceReceived, detector))
                : List.of();
    }

    /** A person says that this source has nothing to do with the others. */
    void leaves(Storm storm, Source source) {
        storm.leaves(source);
        storm.members.keySet().stream()
                .filter(other -> !other.name.equals(source.name))
                .forEach(source::isApartFromNowOn);
    }

    void keep(Snapshot snapshot, IntFunction<Source> sources) {
        numbers = snapshot.number(numbers);
        patterns.keep(snapshot);
        snapshot.all(open, storm -> kept(snapshot, storm, sources));
        snapshot.all(ended, storm -> kept(snapshot, storm, sources));
    }

    private Storm kept(Snapshot snapshot, @Nullable Storm storm, IntFunction<Source> sources) {
        var kept = Storm.kept(snapshot, storm, sources);
        if (snapshot.yes(kept.pattern != null)) {
            var known = snapshot.number(patterns.number(kept.pattern));
            kept.pattern = known < 0 ? Pattern.kept(snapshot, kept.pattern) : patterns.numbered(known);
        }
        return kept;
    }
}
