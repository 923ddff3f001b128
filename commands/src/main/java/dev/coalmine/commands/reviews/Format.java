package dev.coalmine.commands.reviews;

import java.util.Locale;
import java.util.Optional;

/** The forms in which a record leaves Coalmine. */
public enum Format {
    /** For people to read. */
    MD("text/markdown;charset=UTF-8", "markdown"),
    /** For spreadsheets. */
    CSV("text/csv;charset=UTF-8", "csv"),
    /** For programs, and for checking the seals. */
    JSON("application/json", "json");

    private final String mediaType;
    private final String longName;

    Format(String mediaType, String longName) {
        this.mediaType = mediaType;
        this.longName = longName;
    }

    /** How a file's name ends, and what people type: {@code md}. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Reads an ending or a long name, in any case; empty for anything else. */
    public static Optional<Format> read(String word) {
        var wanted = word.strip().toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (wanted.equals(format.ending()) || wanted.equals(format.longName)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
