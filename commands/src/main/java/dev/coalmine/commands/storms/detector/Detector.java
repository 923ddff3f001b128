package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hears storms: much that fails at once, far beyond what is usual of it. What is usual is learned from what comes in;
 * there is nothing else to configure than how often chance alone may raise an alarm. The same signals in the same order
 * give the same events. Not for several threads at once.
 */
public final class Detector {

    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long CATCHING_UP = 3 * MINUTE;
    private static final long LATE = 30 * MINUTE;
    private static final int FEWEST_FAILURES = 4;
    private static final int FEWEST_SERVICES = 6;
    // What came with the first signals is not yet known to be usual.
    private static final double NEW_HERE = 5;
    private static final double SERVICE_ALONE = 3;
    private static final double JOINS = 3;
    // Half a nat: what is less odd raises no alarm that was not raised before.
    private static final int ODD_ENOUGH = 2;

    private final double threshold;
    private final Map<String, Source> automated = new HashMap<>();
    private final Map<String, Source> byHand = new HashMap<>();
    private final Map<String, Source> services = new HashMap<>();
    private final Map<Layer, Gathered> layers = new EnumMap<>(Layer.class);
    private final Source breadth = new Source("services", Layer.BREADTH, false, 0, new Excursions(null));
    private final SeenLately seen = new SeenLately();
    private final Repeats repeats = new Repeats();
    private final Unfinished unfinished = new Unfinished();
    private final Attributes attributes = new Attributes();
    private final Storms storms = new Storms();
    private List<StormEvent> events = new ArrayList<>();
    private long began;
    private long progress;
    private long catchingUp;
    private long lastLook;
    private long lastDecay;
    private int sources;

    public Detector(Sensitivity sensitivity) {
        this.threshold = Math.log(sensitivity.daysBetweenFalseAlarms() * 96) + 2;
        for (var layer : Layer.values()) {
            layers.put(layer, new Gathered(layer));
        }
    }

    /** Takes a signal in; they come in the order in which they were received. */
    public List<StormEvent> hear(Signal signal) {
        passes(signal.received());
        var source = source(signal);
        var at = source.ownTime(signal.at(), signal.received());
        progress = Math.max(progress, at);
        if (signal.received() - at > CATCHING_UP) {
            catchingUp = signal.received() + CATCHING_UP;
        }
        if (signal.received() - at <= LATE) {
            attributes.hear(signal.attributes());
            weigh(signal, source, at);
        }
        return said();
    }

    /** Nothing has arrived until {@code now}, in milliseconds since 1970. */
    public List<StormEvent> tick(long now) {
        passes(now);
        return said();
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
                    source.succeeded(at);
                }
            }
            case FAILED, FIRING -> {
                unfinished.ended(key, at);
                if (counts(signal.entity(), ~key, at)) {
                    failed(source, signal.entity(), signal.text(), signal.attributes(), at, signal.received());
                }
            }
            case RESOLVED -> {}
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

    private Source source(Signal signal) {
        var among = signal.kind() == Signal.Kind.ALERT
                ? services
                : Boolean.FALSE.equals(signal.automated()) ? byHand : automated;
        var known = among.get(signal.source());
        if (known != null) {
            return known;
        }
        var layer = signal.kind() == Signal.Kind.ALERT ? Layer.SERVICES : Layer.LAUNCHERS;
        var fresh = new Source(
                signal.source(),
                layer,
                among == byHand,
                ++sources,
                among == services ? gathered(layer).excursions : null);
        among.put(signal.source(), fresh);
        gathered(layer).known.add(fresh);
        return fresh;
    }

    private void failed(
            Source source,
            @Nullable String entity,
            @Nullable String text,
            Map<String, String> about,
            long at,
            long received) {
        var template = Template.of(text, entity);
        var gathered = gathered(source.layer);
        var wasNew = template != null && gathered.texts.isNew(template);
        var extra = gathered.texts.hear(template, source.lately(at), at, source.learning(at));
        source.failed(at, extra, entity, template, about);
        gathered.judge(source, at);
        if (source.storm != null) {
            storms.goesOn(source.storm, source, new Source.Bad(entity, template, at), about, received);
        } else {
            judge(source, template, wasNew, at, received);
        }
        if (source.layer == Layer.SERVICES && !seen.again(key(breadth, source.name), at)) {
            breadth.failed(at, 0, source.name, null, Map.of());
            judgeBreadth(at, received);
        }
    }

    private void judge(Source source, @Nullable String template, boolean wasNew, long at, long received) {
        var open = storms.openFor(source, template, received);
        if (open != null && belongs(open, source, template)) {
            events.addAll(storms.widen(open, List.of(source), received, this));
            return;
        }
        if (source.oddness < ODD_ENOUGH) {
            return;
        }
        var alone = source.layer == Layer.SERVICES ? SERVICE_ALONE : 0;
        var found = gathered(source.layer).look(threshold(received), alone, at);
        if (found.surprise() >= threshold(received)) {
            alarm(source.layer, found, received, wasNew);
        }
    }

    private void alarm(Layer layer, Scan.Found found, long received, boolean wasNew) {
        var failures =
                found.sources().stream().mapToInt(Source::failuresSinceOnset).sum();
        if (failures >= FEWEST_FAILURES) {
            gathered(layer).forgetPeak();
            var text = gathered(layer).texts;
            events.addAll(storms.alarm(layer, found, received, text, this));
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
        if (surprise < threshold(received) || breadth.failuresSinceOnset() < FEWEST_SERVICES) {
            return;
        }
        var onset = breadth.evidence().onset();
        var together = gathered(Layer.SERVICES).known.stream()
                .filter(service -> service.lastBad >= onset && service.storm == null && service.lastBad <= at)
                .toList();
        if (!together.isEmpty()) {
            events.addAll(storms.alarm(
                    Layer.SERVICES,
                    new Scan.Found(surprise, together),
                    received,
                    gathered(Layer.SERVICES).texts,
                    this));
        }
    }

    private double threshold(long now) {
        var age = (double) (now - began) / DAY;
        return threshold + NEW_HERE * Math.max(0, 1 - age);
    }

    private void passes(long now) {
        if (began == 0) {
            began = now;
            lastDecay = now;
        }
        // What came to a halt on its way here has not come to a halt where it happens.
        for (var given : unfinished.given(now < catchingUp ? 0 : Math.max(progress, now - LATE))) {
            failed(given.source(), given.entity(), given.text(), Map.of(), given.due(), now);
        }
        if (now - lastLook >= MINUTE) {
            lastLook = now;
            events.addAll(storms.end(now, this));
        }
        if (now - lastDecay >= DAY) {
            lastDecay = now;
            layers.values().forEach(gathered -> gathered.decay(Math.pow(0.5, 1 / 7.0)));
            attributes.decay();
        }
    }

    Gathered gathered(Layer layer) {
        return Objects.requireNonNull(layers.get(layer));
    }

    Attributes attributes() {
        return attributes;
    }
}
