package dev.coalmine.commands.storms.detector;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Hears storms: much that fails at once, far beyond what is usual of it. What is usual is learned from what comes in;
 * there is nothing else to configure than how often chance alone may raise an alarm. The same signals in the same order
 * give the same events. Not for several threads at once.
 */
public final class Detector {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final double JOINS = 3;
    // Half a nat: what is less odd raises no alarm that was not raised before.
    private static final double ODD_ENOUGH = 0.5;

    // "Coal"
    private static final int MAGIC = 0x436f616c;
    private static final int VERSION = 3;

    private final Sensitivity sensitivity;
    private final Threshold threshold;
    private final HeldUp heldUp = new HeldUp();
    private final Sources sources = new Sources();
    private final Source breadth = new Source("services", Layer.BREADTH, false, 0, null);
    private final SeenLately seen = new SeenLately();
    private final Repeats repeats = new Repeats();
    private final Unfinished unfinished = new Unfinished();
    private final Attributes attributes = new Attributes();
    private final Successes successes = new Successes();
    private final Storms storms = new Storms();
    private List<StormEvent> events = new ArrayList<>();
    private long lastLook;
    private long lastDecay;

    public Detector(Sensitivity sensitivity) {
        this.sensitivity = sensitivity;
        this.threshold = new Threshold(sensitivity);
    }

    /** Takes a signal in; they come in the order in which they were received. */
    public List<StormEvent> hear(Signal signal) {
        passes(signal.received());
        var source = sources.of(signal);
        var at = source.ownTime(signal.at(), signal.received());
        heldUp.arrived(at, signal.received());
        if (signal.received() - at <= Source.LATE) {
            weigh(signal, source, at);
        }
        return said();
    }

    /** Nothing has arrived until {@code now}, in milliseconds since 1970. */
    public List<StormEvent> tick(long now) {
        passes(now);
        return said();
    }

    /** An open storm as it stands now. */
    public Optional<StormView> look(int storm) {
        return storms.numbered(storm).map(it -> Views.of(it, this));
    }

    /** The open storm that this source belongs to now. */
    public OptionalInt stormOf(Signal.Kind kind, String source, @Nullable Boolean automated) {
        var known = sources.known(kind, source, automated);
        return known == null || known.storm == null ? OptionalInt.empty() : OptionalInt.of(known.storm.number);
    }

    /** A person says that it is planned: it is over, and its sources raise nothing until then. */
    public List<StormEvent> expected(int storm, long until, long now) {
        storms.numbered(storm).ifPresent(it -> events.addAll(storms.expected(it, until, now, this)));
        return said();
    }

    /** A person says that it is none: it is over, and the same again, or more of it, is none either. */
    public List<StormEvent> notAStorm(int storm, long now) {
        storms.numbered(storm).ifPresent(it -> events.addAll(storms.dismissed(it, now, this)));
        return said();
    }

    /** A person takes part in it, or did: what is like it is never taken for what happens all the time. */
    public List<StormEvent> isReal(int storm) {
        events.addAll(storms.real(storm, this));
        return said();
    }

    /**
     * A person says that this source has nothing to do with the others: it leaves the storm and never joins one with them
     * again. If it is odd enough by itself it opens one of its own.
     */
    public List<StormEvent> split(int storm, String source, long now) {
        storms.numbered(storm).ifPresent(it -> split(it, source, now));
        return said();
    }

    private void split(Storm storm, String name, long now) {
        var leaving = storm.members.keySet().stream()
                .filter(source -> source.name.equals(name))
                .toList();
        if (leaving.isEmpty() || leaving.size() == storm.members.size()) {
            return;
        }
        leaving.forEach(source -> storms.leaves(storm, source));
        var alone = Threshold.alone(storm.layer);
        var known = gathered(storm.layer).known.size();
        var found = Scan.best(leaving, known, alone);
        if (found.surprise() >= threshold.of(storm.layer, now)) {
            alarm(storm.layer, found, now);
        }
    }

    /** Writes down all it knows; {@link #restore} goes on from there as if it had never stopped. */
    public void save(OutputStream out) throws IOException {
        var file = new DataOutputStream(out);
        file.writeInt(MAGIC);
        file.writeInt(VERSION);
        file.writeDouble(sensitivity.daysBetweenFalseAlarms());
        try {
            keep(new Snapshot.Written(file));
        } catch (UncheckedIOException unwritable) {
            throw unwritable.getCause();
        }
        file.flush();
    }

    /** Reads what {@link #save} wrote. An exception says so if it is of another version, or broken. */
    public static Detector restore(InputStream in) throws IOException {
        var file = new DataInputStream(in);
        if (file.readInt() != MAGIC) {
            throw new IOException("This is no snapshot of the storm detector.");
        }
        var version = file.readInt();
        if (version != VERSION) {
            throw new IOException("The snapshot of the storm detector is of version %d; only version %d can be read."
                    .formatted(version, VERSION));
        }
        try {
            var detector = new Detector(new Sensitivity(file.readDouble()));
            detector.keep(new Snapshot.Read(file));
            return detector;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (RuntimeException broken) {
            throw new IOException("The snapshot of the storm detector is broken: " + broken.getMessage(), broken);
        }
    }

    private void keep(Snapshot snapshot) {
        lastLook = snapshot.whole(lastLook);
        lastDecay = snapshot.whole(lastDecay);
        threshold.keep(snapshot);
        heldUp.keep(snapshot);
        sources.keep(snapshot);
        breadth.keep(snapshot);
        seen.keep(snapshot);
        repeats.keep(snapshot);
        unfinished.keep(snapshot, sources::numbered);
        attributes.keep(snapshot);
        successes.keep(snapshot);
        storms.keep(snapshot, sources::numbered);
        sources.keepStorms(snapshot, storms);
    }

    private List<StormEvent> said() {
        if (events.isEmpty()) {
            return List.of();
        }
        var said = events;
        events = new ArrayList<>();
        return said;
    }

    private void weigh(Signal signal, Source source, long at) {
        var key = key(source, signal.entity());
        if (source.isExpected(signal.received())) {
            unfinished.ended(key, at);
            source.skips(at);
            return;
        }
        switch (signal.outcome()) {
            case STARTED -> {
                // Its end may have overtaken it.
                if (signal.entity() != null && !seen.since(key, at) && !seen.since(~key, at)) {
                    unfinished.started(source, signal.entity(), key, at);
                }
            }
            case SUCCEEDED -> {
                unfinished.ended(key, at);
                if (counts(signal.entity(), key, at)) {
                    succeeded(source, signal, at);
                }
            }
            case FAILED, FIRING -> {
                unfinished.ended(key, at);
                if (counts(signal.entity(), ~key, at)) {
                    failed(source, Failure.of(signal, at), signal.received());
                }
            }
            case RESOLVED -> {}
        }
    }

    private void succeeded(Source source, Signal signal, long at) {
        source.succeeded(at);
        attributes.hear(source, signal.attributes());
        successes.add(source.number, at);
        if (storms.any()) {
            storms.succeeded(source, signal.received());
        }
    }

    /** One thing counts once in half an hour; where nobody says which thing it is, ever fewer count. */
    private boolean counts(@Nullable String entity, long key, long at) {
        return entity == null ? repeats.counts(key, at) : !seen.again(key, at);
    }

    private static long key(Source source, @Nullable String entity) {
        return SeenLately.mix(
                ((long) source.number << 32) ^ (entity == null ? 0x5bd1e995L : entity.hashCode() & 0xffffffffL));
    }

    private void failed(Source source, Failure failure, long received) {
        var at = failure.at();
        var template = failure.template();
        if (source.told != null && source.told.goesOn(template, failure.entity(), at)) {
            source.learns(at);
            return;
        }
        var gathered = gathered(source.layer);
        var extra = gathered.texts.hear(failure, source.lately(at), source.learning(at));
        source.failed(failure, extra);
        if (source.storm == null && source.layer == Layer.SERVICES) {
            attributes.hear(source, failure.about());
        }
        if (source.storm == null && source.isDismissed()) {
            gathered.passOver(source);
            return;
        }
        gathered.judge(source, at);
        if (source.storm != null) {
            events.addAll(storms.goesOn(source.storm, source, failure, received, this));
        } else {
            judge(source, template, at, received);
        }
        if (source.layer == Layer.SERVICES && !seen.again(key(breadth, source.name), at)) {
            breadth.failed(new Failure(source.name, null, Map.of(), at, at), 0);
            judgeBreadth(at, received);
        }
    }

    private void judge(Source source, @Nullable String template, long at, long received) {
        var open = storms.openFor(source, template, received);
        if (open != null && belongs(open, source, template)) {
            events.addAll(storms.widen(open, List.of(source), received, this));
            return;
        }
        if (source.odd < ODD_ENOUGH) {
            return;
        }
        var alarming = threshold.of(source.layer, received);
        var found = gathered(source.layer).look(alarming, Threshold.alone(source.layer), at);
        if (found.surprise() >= alarming) {
            alarm(source.layer, found, received);
        }
    }

    private void alarm(Layer layer, Scan.Found found, long received) {
        var failures =
                found.sources().stream().mapToInt(Source::failuresSinceOnset).sum();
        if (failures >= Threshold.fewest(layer, found.sources().size())) {
            gathered(layer).forgetPeak();
            events.addAll(storms.alarm(layer, found, received, this));
        }
    }

    /** Odd enough by itself, or it says what the storm says and hardly anybody else. */
    private static boolean belongs(Storm open, Source source, @Nullable String template) {
        if (source.surprise() >= JOINS && source.failuresSinceOnset() >= 2) {
            return true;
        }
        return template != null && template.equals(open.text()) && (open.newText || source.failuresSinceOnset() >= 2);
    }

    private void judgeBreadth(long at, long received) {
        if (breadth.storm != null || breadth.episode == null) {
            return;
        }
        var surprise = breadth.surprise() - Math.log(3);
        var services = breadth.failuresSinceOnset();
        if (surprise < threshold.of(Layer.BREADTH, received) || services < Threshold.fewest(Layer.BREADTH, services)) {
            return;
        }
        var onset = breadth.evidence().onset();
        var together = gathered(Layer.SERVICES).known.stream()
                .filter(service -> service.lastBad >= onset && service.storm == null && service.lastBad <= at)
                .filter(service -> !service.isDismissed())
                .toList();
        if (!together.isEmpty()) {
            events.addAll(storms.alarm(Layer.SERVICES, new Scan.Found(surprise, together), received, this));
        }
    }

    private void passes(long now) {
        if (lastDecay == 0) {
            threshold.begins(now);
            lastDecay = now;
        }
        for (var given : unfinished.given(heldUp.complete(now))) {
            failed(given.source(), Failure.of(given), now);
        }
        if (now - lastLook >= MINUTE) {
            lastLook = now;
            events.addAll(storms.end(now, this));
        }
        if (now - lastDecay >= DAY) {
            lastDecay = now;
            sources.decay(Math.pow(0.5, 1 / 7.0), now);
            attributes.decay();
        }
    }

    Gathered gathered(Layer layer) {
        return sources.in(layer);
    }

    Successes successes() {
        return successes;
    }

    Attributes attributes() {
        return attributes;
    }
}
