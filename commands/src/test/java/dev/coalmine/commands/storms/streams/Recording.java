package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.util.Iterator;
import java.util.List;

/**
 * What a company's launchers and alerts tell in some days: six to ten days of history, then {@link Stage#EVALUATED_DAYS}
 * that count. The same family and seed are the same recording, however often it is played; signals come in the order in
 * which they were received.
 */
record Recording(Family family, long seed) implements Iterable<Signal> {

    @Override
    public Iterator<Signal> iterator() {
        return play();
    }

    static MadeUp play(Family family, long seed) {
        return new Simulation(family, seed);
    }

    Simulation play() {
        return new Simulation(family, seed);
    }

    /** The storms there are; plays it through once to know them. */
    List<TrueStorm> storms() {
        var simulation = play();
        simulation.forEachRemaining(signal -> {});
        return simulation.storms();
    }

    /** What looks like a storm and is none. */
    List<Benign> benign() {
        return List.copyOf(play().stage().benign);
    }
}
