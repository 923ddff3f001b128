package dev.coalmine.commands.reviews;

import java.util.Optional;

enum Format {
    MD,
    CSV,
    JSON;

    String ending() {
        return name().toLowerCase();
    }

    static Optional<Format> read(String w) {
        for (var f : values()) if (f.ending().equals(w)) return Optional.of(f);
        return Optional.empty();
    }
}
