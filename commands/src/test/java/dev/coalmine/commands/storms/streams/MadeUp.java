package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.util.Iterator;
import java.util.List;

/** Made-up days: their signals in the order in which they were received, and what storms there were. */
interface MadeUp extends Iterator<Signal> {

    long begin();

    /** From when on alarms count; {@link Stage#EVALUATED_DAYS} days follow. */
    long evaluated();

    /** Complete when there is no next signal. */
    List<TrueStorm> storms();
}
