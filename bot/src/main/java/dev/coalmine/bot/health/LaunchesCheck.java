package dev.coalmine.bot.health;

import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.bot.slack.errands.Presence;
import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.commands.launches.WatchedChannels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether Coalmine hears what is said in the channels in which launches are told of. */
@Component
class LaunchesCheck implements Check {

    private final WatchedChannels channels;
    private final Presence presence;

    LaunchesCheck(WatchedChannels channels, Presence presence) {
        this.channels = channels;
        this.presence = presence;
    }

    @Override
    public String name() {
        return "launches";
    }

    @Override
    public Finding look() {
        if (channels.all().isEmpty()) {
            return new Finding.Well("no channel is watched");
        }
        try {
            return deaf().map(this::trouble)
                    .orElseGet(() -> new Finding.Well("heard in " + String.join(", ", channels.all())));
        } catch (Undelivered failed) {
            return new Finding.Notice(
                    "Slack did not say whether Coalmine is in the channels (%s)".formatted(failed.code()),
                    "ask again when Slack answers");
        }
    }

    private Optional<List<String>> deaf() throws Undelivered {
        var deaf = new ArrayList<String>();
        for (var channel : channels.all()) {
            switch (place(channel)) {
                case INSIDE -> {}
                case OUTSIDE -> deaf.add("%s (not in it)".formatted(channel));
                case UNKNOWN -> deaf.add("%s (unknown, or private)".formatted(channel));
            }
        }
        return deaf.isEmpty() ? Optional.empty() : Optional.of(deaf);
    }

    private Presence.Place place(String channel) throws Undelivered {
        return WatchedChannels.isId(channel) ? presence.inChannel(channel) : presence.inChannelCalled(channel);
    }

    private Finding trouble(List<String> deaf) {
        return new Finding.Trouble(
                "watched, but Coalmine hears nothing there: " + String.join(", ", deaf),
                "type `/invite @coalmine` in the channel, or correct coalmine.launches.channels");
    }
}
