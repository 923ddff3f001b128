package dev.coalmine.bot.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** On which database a campaign is run, and with how many replicas of the bot. */
enum Store {
    H2("a"),
    POSTGRESQL("a", "b");

    private final List<String> replicas;

    Store(String... replicas) {
        this.replicas = List.of(replicas);
    }

    List<String> replicas() {
        return replicas;
    }

    static Store named(String word) {
        return Arrays.stream(values())
                .filter(it -> it.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "campaign.database must be h2 or postgresql, not “%s”".formatted(word)));
    }
}
