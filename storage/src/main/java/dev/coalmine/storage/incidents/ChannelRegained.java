package dev.coalmine.storage.incidents;

import dev.coalmine.storage.rules.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The incident has a channel again.
 *
 * @param lost since when it had none
 */
public record ChannelRegained(
        long incident, Instant at, @Nullable String person, String how, Instant lost) implements Happening {

    @Override
    public String kind() {
        return "channel";
    }

    @Override
    public String words() {
        return how;
    }
}
