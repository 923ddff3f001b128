package dev.coalmine.commands.launches;

import dev.coalmine.storage.launches.ChannelNames;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The channels in which launches are told of. Messages say no more than their channel's id: where the settings give a
 * name, a channel that is not known yet has to be asked what it is called, once.
 */
@Component
public class WatchedChannels {

    /** What is known of a channel. */
    enum Look {
        WATCHED,
        NOT_WATCHED,
        /** It has to be asked for its name. */
        UNKNOWN
    }

    // Direct messages have no name.
    private static final Pattern NAMED = Pattern.compile("[CG].*");
    private static final Pattern ID = Pattern.compile("[CG](?=[A-Z]*[0-9])[A-Z0-9]{7,}");

    private final Set<String> ids;
    private final Set<String> names;
    private final ChannelNames known;

    WatchedChannels(LaunchSettings settings, ChannelNames known) {
        var all = settings.channels().stream().map(WatchedChannels::bare).toList();
        this.ids = all.stream().filter(WatchedChannels::isId).collect(Collectors.toSet());
        this.names = all.stream().filter(it -> !isId(it)).collect(Collectors.toSet());
        this.known = known;
    }

    private static String bare(String channel) {
        var name = channel.strip().replaceFirst("^#", "");
        return isId(name) ? name : name.toLowerCase(Locale.ROOT);
    }

    /** Whether that is an id, and no name. */
    public static boolean isId(String channel) {
        return ID.matcher(channel).matches();
    }

    /** As they stand in the settings, ids first. */
    public List<String> all() {
        return Stream.concat(ids.stream().sorted(), names.stream().sorted()).toList();
    }

    /** Whether any is watched at all. */
    boolean any() {
        return !ids.isEmpty() || !names.isEmpty();
    }

    Look look(String channel) {
        if (ids.contains(channel)) {
            return Look.WATCHED;
        }
        if (names.isEmpty() || !NAMED.matcher(channel).matches()) {
            return Look.NOT_WATCHED;
        }
        return known.of(channel)
                .map(name -> names.contains(name) ? Look.WATCHED : Look.NOT_WATCHED)
                .orElse(Look.UNKNOWN);
    }

    /** Slack has said what a channel is called. */
    void renamed(String channel, String name) {
        if (!names.isEmpty()) {
            known.renamed(channel, name);
        }
    }
}
