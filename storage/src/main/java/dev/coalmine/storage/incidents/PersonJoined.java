package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.rules.Markup;
import java.time.Instant;

/** Somebody came into the channel. */
public record PersonJoined(long incident, Instant at, String person) implements Happening {

    @Override
    public String kind() {
        return "joined";
    }

    @Override
    public String words() {
        return "%s came into the channel.".formatted(Markup.person(person));
    }
}
