package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.hypotheses.inquiry.Inquiry;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.Plan;
import java.util.Optional;

/** What to say of a remedy that stands or falls with one explanation while others are live. */
public final class PlanWarning {

    private PlanWarning() {}

    public static Optional<String> of(Plan plan, Inquiry inquiry) {
        var live = inquiry.live();
        var sound = live.stream()
                .filter(it -> plan.soundUnder().contains(it.number()))
                .toList();
        if (sound.size() > 1 || live.size() < 2) {
            return Optional.empty();
        }
        var others = live.stream()
                .filter(it -> !sound.contains(it))
                .map(Hypothesis::name)
                .toList();
        return Optional.of(
                sound.isEmpty()
                        ? "It is sound under none of the live hypotheses: %s.".formatted(Believed.names(others))
                        : "It is sound under %s only. What would make it harmless if it is %s?"
                                .formatted(sound.getFirst().name(), others.getFirst()));
    }
}
