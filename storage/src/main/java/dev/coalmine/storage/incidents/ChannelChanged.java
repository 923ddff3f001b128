package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something else was done to the channel in Slack: it has another name, or others may read it. */
public record ChannelChanged(
        long incident, Instant at, @Nullable String person, String how) implements Happening {

    @Override
    public String kind() {
        return "channel";
    }

    @Override
    public String words() {
        return how;
    }
}
