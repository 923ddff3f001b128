package dev.coalmine.storage.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the making of an incident's channel has come.
 *
 * @param base the name it was to have when its making began; a new title does not change it
 * @param nth which of the names is tried, counted from 1
 * @param asked since when Slack may have made a channel of that name for it; null when it certainly has not
 */
public record ChannelMaking(
        long incident, String base, int nth, @Nullable Instant asked) {

    /** The most names that are tried. */
    public static final int NAMES = 5;

    /** The name that is tried. */
    public String name() {
        return nth == 1 ? base : base + "-" + nth;
    }

    /** With the next name, of which Slack has not been asked yet. */
    public ChannelMaking next() {
        return new ChannelMaking(incident, base, nth + 1, null);
    }

    /** The same, known to be asked for since then unless it was before. */
    ChannelMaking askedAt(Instant at) {
        return asked == null ? new ChannelMaking(incident, base, nth, at) : this;
    }

    /** The same, known not to have made anything. */
    ChannelMaking inVain() {
        return new ChannelMaking(incident, base, nth, null);
    }
}
