package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.storage.signals.HeardSignal;

/** What is kept of signals, as the detector hears it: it knows no storage. */
public final class Signals {

    private Signals() {}

    /** @param received when it counts as received, in milliseconds since 1970; nothing happens after that */
    public static Signal of(HeardSignal heard, long received) {
        return new Signal(
                Math.min(heard.at().toEpochMilli(), received),
                received,
                Signal.Kind.valueOf(heard.kind().name()),
                heard.source(),
                heard.automated(),
                heard.entity(),
                Signal.Outcome.valueOf(heard.outcome().name()),
                heard.text(),
                heard.attributes());
    }
}
