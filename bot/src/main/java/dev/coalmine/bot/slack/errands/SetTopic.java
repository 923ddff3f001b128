package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.ChannelTopics;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Sets the topic of the incident's channel, when it is another and the last is some seconds old. Before the first, the
 * channel is marked as made for this incident.
 */
@Component
class SetTopic implements Runner<Errand.SetTopic> {

    // Slack takes 20 topics a minute for the whole workspace, and each is a line in the channel.
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Incidents incidents;
    private final ChannelTopics topics;
    private final Drawings drawings;
    private final SlackCalls slack;
    private final Clock clock;

    SetTopic(Incidents incidents, ChannelTopics topics, Drawings drawings, SlackCalls slack, Clock clock) {
        this.incidents = incidents;
        this.topics = topics;
        this.drawings = drawings;
        this.slack = slack;
        this.clock = clock;
    }

    @Override
    public Class<Errand.SetTopic> errand() {
        return Errand.SetTopic.class;
    }

    @Override
    public String firstCall() {
        return "conversations.setTopic";
    }

    /** Without a channel there is nothing to do: making the channel asks for its topic again. */
    @Override
    public Outcome run(Errand.SetTopic errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        var channel = incident.channel().filter(_ -> !incident.channelGone());
        return channel.isPresent() ? set(incident, channel.get()) : new Outcome.Done();
    }

    private Outcome set(Incident incident, String channel) throws Undelivered {
        var topic = drawings.topic(incident);
        var before = before(incident, channel);
        if (topic.equals(before.topic())) {
            return new Outcome.Done();
        }
        var now = clock.instant();
        if (before.at() != null && before.at().plus(BETWEEN).isAfter(now)) {
            return new Outcome.Held(Duration.between(now, before.at().plus(BETWEEN)), "the last topic is too new");
        }
        slack.call(
                "conversations.setTopic",
                null,
                api -> api.conversationsSetTopic(r -> r.channel(channel).topic(topic)));
        topics.set(channel, topic, now);
        return new Outcome.Done();
    }

    private ChannelTopics.Topic before(Incident incident, String channel) throws Undelivered {
        var before = topics.of(channel);
        return before.isPresent() ? before.get() : dedicated(incident, channel);
    }

    private ChannelTopics.Topic dedicated(Incident incident, String channel) throws Undelivered {
        var purpose = "Made by Coalmine for incident %d; the pinned card says how it stands. (%s)"
                .formatted(incident.number(), incident.channelMark());
        slack.call(
                "conversations.setPurpose",
                null,
                api -> api.conversationsSetPurpose(r -> r.channel(channel).purpose(purpose)));
        topics.dedicated(channel);
        return new ChannelTopics.Topic(null, null);
    }
}
