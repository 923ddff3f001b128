package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import org.springframework.stereotype.Component;

/** Shows the incident's card in its channel: posts and pins it once, and edits it in place from then on. */
@Component
class DrawCard implements Runner<Errand.DrawCard> {

    private final Incidents incidents;
    private final Drawings drawings;
    private final InPlace inPlace;
    private final SlackCalls slack;

    DrawCard(Incidents incidents, Drawings drawings, InPlace inPlace, SlackCalls slack) {
        this.incidents = incidents;
        this.drawings = drawings;
        this.inPlace = inPlace;
        this.slack = slack;
    }

    @Override
    public Class<Errand.DrawCard> errand() {
        return Errand.DrawCard.class;
    }

    @Override
    public String firstCall() {
        return "chat.update";
    }

    /** Without a channel there is nothing to do: its card comes with the channel. */
    @Override
    public Outcome run(Errand.DrawCard errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        var channel = incident.channel().filter(_ -> !incident.channelGone());
        return channel.isPresent() ? show(incident, channel.get(), delivery) : new Outcome.Done();
    }

    private Outcome show(Incident incident, String channel, Delivery delivery) throws Undelivered {
        var place = inPlace.show(
                "card:" + incident.number(), channel, drawings.line(incident), drawings.card(incident), delivery);
        // An earlier attempt may have posted it and ended before it was pinned.
        if (place.isNew() || delivery.attempts() > 0) {
            slack.call(
                    "pins.add",
                    null,
                    api -> api.pinsAdd(r -> r.channel(channel).timestamp(place.ts())),
                    "already_pinned");
        }
        return new Outcome.Done();
    }
}
