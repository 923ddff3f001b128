package dev.coalmine.commands.storms.detector;

import java.util.List;

/** Hears storms. Not for several threads at once. */
public final class Detector {

    public Detector(Sensitivity sensitivity) {}

    /** Takes a signal in; they come in the order in which they were received. */
    public List<StormEvent> hear(Signal signal) {
        return List.of();
    }

    /** Nothing has arrived until {@code now}, in milliseconds since 1970. */
    public List<StormEvent> tick(long now) {
        return List.of();
    }
}
