package dev.coalmine.storage.incidents;

import java.util.Locale;
import java.util.Optional;

/** The four times of an incident that a person may set by hand. */
public enum Moment {
    BEGAN("impact began"),
    DETECTED("detected"),
    MITIGATED("mitigated"),
    RESOLVED("resolved");

    private final String label;

    Moment(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Moment> read(String word) {
        for (var moment : values()) {
            if (moment.name().toLowerCase(Locale.ROOT).equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }
}
