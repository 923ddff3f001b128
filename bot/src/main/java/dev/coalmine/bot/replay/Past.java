package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.Signals;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.storage.signals.HeardSignal;
import java.io.IOException;
import java.util.function.Consumer;

/** What was recorded, in one of the forms in which it is found. */
interface Past {

    /** Gives its signals in the order in which they were received; what cannot be read is named, and passed over. */
    void tell(Consumer<Signal> listener, Skipped skipped) throws IOException;

    /** As the detector hears it. */
    static Signal signal(HeardSignal heard) {
        return Signals.of(heard, heard.received().toEpochMilli());
    }
}
