package dev.coalmine.commands.storms.streams;

import org.jspecify.annotations.Nullable;

/**
 * A service that is watched.
 *
 * @param perHour how often it fires of itself
 * @param entities how many hosts it has; 0 if its alerts name none
 * @param clumps how probably a neighbour fires along
 * @param minutes the median from firing to resolved
 */
record AlertService(
        String name, double perHour, int entities, double clumps, double minutes, String region, Texts texts) {

    @Nullable
    String entity(Chance chance) {
        return entities == 0 ? null : entity(chance.between(1, entities));
    }

    String entity(int number) {
        return name + "-" + number;
    }
}
