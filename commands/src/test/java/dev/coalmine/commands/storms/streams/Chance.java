package dev.coalmine.commands.storms.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** All that is left to chance in one recording; the same seed draws the same. */
final class Chance {

    private static final String HEX = "0123456789abcdef";

    private final RandomGenerator random;

    Chance(Family family, long seed) {
        // By its name, not its place: a family put in between changes no other.
        this.random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(seed * 1_000_003 + family.name().hashCode());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }

    /** At least {@code least}, less than {@code most}. */
    long between(long least, long most) {
        return least >= most ? least : random.nextLong(least, most);
    }

    /** As often small as large when measured in factors. */
    double factorBetween(double least, double most) {
        return Math.exp(between(Math.log(least), Math.log(most)));
    }

    double around(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    double waiting(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    int poisson(double mean) {
        if (mean > 30) {
            return Math.max(0, (int) Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        var limit = Math.exp(-mean);
        var product = random.nextDouble();
        var drawn = 0;
        while (product > limit) {
            product *= random.nextDouble();
            drawn++;
        }
        return drawn;
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** The first is the likeliest: each has half the chance of the one before. */
    <T> T pickMostlyFirst(List<T> from) {
        for (var one : from) {
            if (random.nextBoolean()) {
                return one;
            }
        }
        return from.getFirst();
    }

    <T> List<T> some(List<T> from, int count) {
        var rest = new ArrayList<>(from);
        var chosen = new ArrayList<T>();
        while (chosen.size() < count && !rest.isEmpty()) {
            chosen.add(rest.remove(random.nextInt(rest.size())));
        }
        return chosen;
    }

    String hex(int digits) {
        var text = new StringBuilder(digits);
        for (var i = 0; i < digits; i++) {
            text.append(HEX.charAt(random.nextInt(16)));
        }
        return text.toString();
    }
}
