package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Messages;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import org.springframework.stereotype.Component;

/** Says something in the thread of what is drawn in the incident's channel. */
@Component
class PostBelow implements Runner<Errand.PostBelow> {

    private final Incidents incidents;
    private final Posted posted;
    private final Messages messages;

    PostBelow(Incidents incidents, Posted posted, Messages messages) {
        this.incidents = incidents;
        this.posted = posted;
        this.messages = messages;
    }

    @Override
    public Class<Errand.PostBelow> errand() {
        return Errand.PostBelow.class;
    }

    @Override
    public String firstCall() {
        return "chat.postMessage";
    }

    /** Without its channel there is nobody to be asked. */
    @Override
    public Outcome run(Errand.PostBelow errand, Delivery delivery) throws Undelivered {
        var channel = incidents
                .findById(errand.incident())
                .filter(incident -> !incident.channelGone())
                .flatMap(Incident::channel);
        if (channel.isPresent()) {
            var thread = posted.find(errand.below())
                    .filter(place -> place.channel().equals(channel.get()))
                    .map(Posted.Place::ts)
                    .orElse(null);
            messages.say(delivery, channel.get(), thread, errand.markup(), errand.choices());
        }
        return new Outcome.Done();
    }
}
