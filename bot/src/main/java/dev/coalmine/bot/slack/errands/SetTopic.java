package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import org.springframework.stereotype.Component;

/** Sets the topic of the incident's channel. */
@Component
class SetTopic implements Runner<Errand.SetTopic> {

    private final Incidents incidents;
    private final Drawings drawings;
    private final SlackCalls slack;

    SetTopic(Incidents incidents, Drawings drawings, SlackCalls slack) {
        this.incidents = incidents;
        this.drawings = drawings;
        this.slack = slack;
    }

    @Override
    public Class<Errand.SetTopic> errand() {
        return Errand.SetTopic.class;
    }

    /** Without a channel there is nothing to do: making the channel asks for its topic again. */
    @Override
    public Outcome run(Errand.SetTopic errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        var channel = incident.channel().filter(_ -> !incident.channelGone());
        if (channel.isPresent()) {
            var topic = drawings.topic(incident);
            slack.call(
                    "conversations.setTopic",
                    null,
                    api -> api.conversationsSetTopic(
                            r -> r.channel(channel.get()).topic(topic)),
                    "is_archived");
        }
        return new Outcome.Done();
    }
}
