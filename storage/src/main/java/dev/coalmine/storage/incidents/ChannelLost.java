package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The incident's channel cannot be used: it was archived or deleted in Slack, or could not be made. */
public record ChannelLost(
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
