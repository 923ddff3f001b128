package dev.coalmine.commands.hypotheses.responders;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * An incident as it is: one true cause among several that could be, and things that can be looked at, of which each cause
 * lets one see some. What is looked at misleads now and then.
 */
final class World {

    static final int LOOKS = 16;

    private final Random chance;
    private final double error;
    private final boolean[][] shows;
    private final int[] minutes;
    private final int truth;
    private final List<Integer> ideas;

    /**
     * A world.
     *
     * @param error how often a look shows the opposite of what is so
     * @param wrongFavourite how often the first idea is not the true cause
     */
    World(long seed, double error, double wrongFavourite) {
        this.chance = new Random(seed);
        this.error = error;
        var causes = 3 + chance.nextInt(4);
        this.shows = new boolean[causes][LOOKS];
        for (var cause : shows) {
            for (var look = 0; look < LOOKS; look++) {
                cause[look] = chance.nextBoolean();
            }
        }
        this.minutes =
                IntStream.range(0, LOOKS).map(_ -> 5 + chance.nextInt(11)).toArray();
        this.truth = chance.nextInt(causes);
        this.ideas = new ArrayList<>(IntStream.range(0, causes).boxed().toList());
        Collections.shuffle(ideas, chance);
        var wrong = chance.nextDouble() < wrongFavourite;
        if (wrong == (ideas.getFirst() == truth)) {
            Collections.swap(ideas, 0, wrong ? 1 : ideas.indexOf(truth));
        }
    }

    /** The causes in the order in which people think of them. */
    List<Integer> ideas() {
        return ideas;
    }

    int truth() {
        return truth;
    }

    /** Whether a cause would let one see what is looked for. */
    boolean shows(int cause, int look) {
        return shows[cause][look];
    }

    int minutes(int look) {
        return minutes[look];
    }

    /** What is seen: what the true cause lets one see, or, now and then, the opposite. */
    boolean look(int look) {
        var misled = chance.nextDouble() < error;
        return shows[truth][look] != misled;
    }
}
