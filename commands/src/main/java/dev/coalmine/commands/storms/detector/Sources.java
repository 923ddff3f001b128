package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All sources that were ever heard of, by their names, and what is gathered of them in each layer. Where somebody gives
 * each alert a name of its own, the names beyond so many count as one.
 */
final class Sources {

    static final int MOST = 50_000;
    static final String OTHERS = "others";

    private final List<Source> all = new ArrayList<>();
    private final Map<String, Source> programs = new HashMap<>();
    private final Map<String, Source> byHand = new HashMap<>();
    private final Map<String, Source> services = new HashMap<>();
    private final Map<Layer, Gathered> layers = new EnumMap<>(Layer.class);

    Sources() {
        for (var layer : Layer.values()) {
            layers.put(layer, new Gathered(layer));
        }
    }

    /** The one that a signal is of; it may be new. */
    Source of(Signal signal) {
        var among = among(signal.kind(), signal.automated());
        var known = among.get(signal.source());
        if (known != null) {
            return known;
        }
        var name = all.size() < MOST ? signal.source() : OTHERS;
        return Objects.requireNonNullElseGet(among.get(name), () -> fresh(name, among));
    }

    /** The one of that name, if it was heard of. */
    @Nullable
    Source known(Signal.Kind kind, String name, @Nullable Boolean automated) {
        return among(kind, automated).get(name);
    }

    /** They are counted from 1 in the order in which they came. */
    Source numbered(int number) {
        return all.get(number - 1);
    }

    Gathered in(Layer layer) {
        return Objects.requireNonNull(layers.get(layer));
    }

    void decay(double factor, long now) {
        layers.values().forEach(gathered -> gathered.decay(factor, now));
    }

    private Map<String, Source> among(Signal.Kind kind, @Nullable Boolean automated) {
        if (kind == Signal.Kind.ALERT) {
            return services;
        }
        return Boolean.FALSE.equals(automated) ? byHand : programs;
    }

    private Source fresh(String name, Map<String, Source> among) {
        var layer = among == services ? Layer.SERVICES : Layer.LAUNCHERS;
        var others = among == services ? in(layer).excursions : null;
        var fresh = new Source(name, layer, among == byHand, all.size() + 1, others);
        all.add(fresh);
        among.put(name, fresh);
        in(layer).known.add(fresh);
        return fresh;
    }

    void keep(Snapshot snapshot) {
        snapshot.all(snapshot.reading() ? new ArrayList<>() : all, source -> kept(snapshot, source));
        layers.values().forEach(gathered -> gathered.keep(snapshot, this::numbered));
    }

    private Source kept(Snapshot snapshot, @Nullable Source source) {
        var alerts = snapshot.yes(source != null && source.layer == Layer.SERVICES);
        var people = snapshot.yes(source != null && source.byHand);
        var name = snapshot.name(source == null ? "" : source.name);
        var among = alerts ? services : people ? byHand : programs;
        var kept = source == null ? fresh(name, among) : source;
        kept.keep(snapshot);
        return kept;
    }

    /** Which storm each belongs to; those must be known by now. */
    void keepStorms(Snapshot snapshot, Storms storms) {
        for (var source : all) {
            var storm = snapshot.number(source.storm == null ? 0 : source.storm.number);
            source.storm = storms.numbered(storm).orElse(null);
        }
    }
}
