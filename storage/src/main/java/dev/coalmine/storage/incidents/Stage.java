package dev.coalmine.storage.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far an incident has come. */
public enum Stage {
    TRIAGE("Triage", true),
    INVESTIGATING("Investigating", true),
    IDENTIFIED("Identified", true),
    /** Users are no longer hurt; the cause may still be there. */
    MITIGATED("Mitigated", true),
    RESOLVED("Resolved", false),
    CLOSED("Closed", false),
    DECLINED("Declined", false),
    MERGED("Merged", false);

    private final String label;
    private final boolean open;

    Stage(String label, boolean open) {
        this.label = label;
        this.open = open;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** As people type it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody still has to do something. */
    public boolean open() {
        return open;
    }

    /** Whether {@code next} is a step back on the way from triage to closed. */
    boolean isAfter(Stage next) {
        return next.compareTo(CLOSED) <= 0 && compareTo(next) > 0;
    }

    /** Those in which somebody still has to do something. */
    public static List<Stage> stillOpen() {
        return Stream.of(values()).filter(Stage::open).toList();
    }

    /** Reads a stage's name in any case; empty for anything else. */
    public static Optional<Stage> read(String word) {
        for (var stage : values()) {
            if (stage.word().equalsIgnoreCase(word.strip())) {
                return Optional.of(stage);
            }
        }
        return Optional.empty();
    }
}
