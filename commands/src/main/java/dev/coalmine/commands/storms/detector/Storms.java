package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The storms that are under way, and those that have just ended. */
final class Storms {

    private static final long QUIET = 20 * 60_000;
    private static final long COMES_BACK = 60 * 60_000;
    private static final long ONE_STORM = 30 * 60_000;
    private static final long AT_ONCE = 10 * 60_000;
    private static final int SUCCESSES = 3;
    private static final int STILL_FAILING = 6;

    private final List<Storm> open = new ArrayList<>();
    private final List<Storm> ended = new ArrayList<>();
    private int numbers;

    /** The open storm that a failure of that source may belong to. */
    @Nullable
    Storm openFor(Source source, @Nullable String template, long now) {
        Storm best = null;
        for (var storm : open) {
            if (template != null && template.equals(storm.text())) {
                return storm;
            }
            if (best == null && alike(storm, source.layer, source.onset(), source.says(), now)) {
                best = storm;
            }
        }
        return best;
    }

    /** What begins together is one storm; so is what begins later, unless it says something else. */
    private static boolean alike(Storm storm, Layer layer, long onset, @Nullable String says, long now) {
        if (storm.layer != layer || now - storm.opened >= ONE_STORM) {
            return false;
        }
        var text = storm.text();
        return text == null || says == null || text.equals(says) || Math.abs(onset - storm.first()) < AT_ONCE;
    }

    List<StormEvent> alarm(Layer layer, Scan.Found found, long received, Texts texts, Detector detector) {
        var text = said(found.sources());
        var before = before(layer, found.sources(), text, received);
        if (before != null) {
            return widen(before, found.sources(), received, detector);
        }
        var storm = new Storm(++numbers, layer, received, found.surprise());
        open.add(storm);
        storm.newText = text != null && texts.isNew(text);
        join(storm, found.sources());
        storm.kind = Canary.is(storm) ? StormEvent.Kind.CANARY : StormEvent.Kind.STORM;
        return List.of(Wording.event(StormEvent.Change.OPENED, storm, received, detector));
    }

    /** An open one that this belongs to, or one that comes back. */
    private @Nullable Storm before(Layer layer, List<Source> sources, @Nullable String text, long now) {
        for (var storm : open) {
            var onset = sources.getFirst().onset();
            if (text != null && text.equals(storm.text()) || alike(storm, layer, onset, text, now)) {
                return storm;
            }
        }
        for (var storm : ended) {
            if (now - storm.ended < COMES_BACK
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
        join(storm, more);
        var canary = Canary.is(storm);
        var worse = canary && storm.kind == StormEvent.Kind.STORM;
        storm.kind = canary ? StormEvent.Kind.CANARY : storm.kind;
        return fresh || worse || back
                ? List.of(Wording.event(StormEvent.Change.WIDENED, storm, received, detector))
                : List.of();
    }

    private static void join(Storm storm, List<Source> sources) {
        for (var source : sources) {
            if (source.storm == null) {
                storm.join(source, source.onset());
            }
        }
    }

    /** One of its sources fails once more. */
    void goesOn(Storm storm, Source source, Source.Bad bad, Map<String, String> about, long received) {
        var still = source.successesBefore < STILL_FAILING;
        if (still || bad.template() != null && bad.template().equals(storm.text())) {
            storm.evidenceReceived = received;
        }
        storm.add(source, bad);
        storm.add(about);
    }

    /** Ends what is over by now. */
    List<StormEvent> end(long now, Detector detector) {
        var said = new ArrayList<StormEvent>();
        for (var storm : List.copyOf(open)) {
            if (now - storm.evidenceReceived >= QUIET && calm(storm, now)) {
                open.remove(storm);
                ended.add(storm);
                storm.ended = now;
                said.add(Wording.event(StormEvent.Change.ENDED, storm, now, detector));
                List.copyOf(storm.members.keySet()).forEach(Source::calm);
            }
        }
        ended.removeIf(storm -> now - storm.ended > COMES_BACK);
        return said;
    }

    private static boolean calm(Storm storm, long now) {
        if (storm.layer != Layer.LAUNCHERS) {
            return true;
        }
        return storm.members.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .map(worst -> worst.successesInARow >= SUCCESSES || now - worst.lastHeard() > 3 * worst.usualGap())
                .orElse(true);
    }
}
