package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import dev.coalmine.storage.rules.Markup;
import java.time.Instant;

/** Somebody left the channel. */
public record PersonLeft(long incident, Instant at, String person) implements Happening {

    @Override
    public String kind() {
        return "left";
    }

    @Override
    public String words() {
        return "%s left the channel.".formatted(Markup.person(person));
    }
}
