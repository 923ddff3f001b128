package dev.coalmine.commands.storms.streams;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one storm has cost so far. */
final class Toll {

    private final Set<String> distinct = new HashSet<>();
    private final List<Casualty> casualties = new ArrayList<>();
    private final boolean shared;
    private final boolean slow;

    /**
     * @param shared whether something broke that several launchers need
     * @param slow whether it came up over hours
     */
    Toll(boolean shared, boolean slow) {
        this.shared = shared;
        this.slow = slow;
    }

    void add(Casualty casualty) {
        distinct.add(casualty.key());
        casualties.add(casualty);
    }

    int distinct() {
        return distinct.size();
    }

    TrueStorm storm() {
        return TrueStorm.of(casualties, shared, slow);
    }
}
