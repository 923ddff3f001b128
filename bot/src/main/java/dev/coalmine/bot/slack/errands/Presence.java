package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import org.springframework.stereotype.Component;

/** Whether Coalmine is in a channel: of others it hears nothing. Asked by people, who wait for the answer. */
@Component
public class Presence {

    /** Where it is. */
    public enum Place {
        INSIDE,
        OUTSIDE,
        /** There is no such channel, or it is a private one that Coalmine is not in. */
        UNKNOWN
    }

    private final SlackCalls slack;
    private final OwnChannels own;

    Presence(SlackCalls slack, OwnChannels own) {
        this.slack = slack;
        this.own = own;
    }

    /** In a channel of that id. */
    public Place inChannel(String id) throws Undelivered {
        var answer = slack.atOnce(() -> slack.call(
                "conversations.info", null, api -> api.conversationsInfo(r -> r.channel(id)), "channel_not_found"));
        if (!answer.isOk()) {
            return Place.UNKNOWN;
        }
        return answer.getChannel().isMember() ? Place.INSIDE : Place.OUTSIDE;
    }

    /** In a channel of that name; one that it is not in is not looked for. */
    public Place inChannelCalled(String name) throws Undelivered {
        return slack.atOnce(() -> own.named(name)).isPresent() ? Place.INSIDE : Place.UNKNOWN;
    }
}
