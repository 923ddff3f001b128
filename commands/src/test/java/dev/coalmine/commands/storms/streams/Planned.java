package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source is going to tell.
 *
 * @param time when it happens
 * @param toll the storm it belongs to, if to one
 */
record Planned(
        long time,
        Signal.Kind kind,
        String source,
        @Nullable Boolean automated,
        @Nullable String entity,
        Signal.Outcome outcome,
        @Nullable String text,
        Map<String, String> attributes,
        @Nullable Toll toll) {

    static Planned alert(
            AlertService service,
            long time,
            @Nullable String entity,
            Signal.Outcome outcome,
            @Nullable String text,
            @Nullable Toll toll) {
        return new Planned(
                time,
                Signal.Kind.ALERT,
                service.name(),
                null,
                entity,
                outcome,
                text,
                Map.of("region", service.region()),
                toll);
    }

    static Planned launch(
            Launch launch, long time, Signal.Outcome outcome, @Nullable String text, @Nullable Toll toll) {
        return new Planned(
                time,
                Signal.Kind.LAUNCH,
                launch.launcher().name(),
                launch.automated(),
                launch.entity(),
                outcome,
                text,
                launch.attributes(),
                toll);
    }

    Signal signal(long at, long received) {
        return new Signal(at, received, kind, source, automated, entity, outcome, text, attributes);
    }
}
