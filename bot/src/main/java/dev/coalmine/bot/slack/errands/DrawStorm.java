package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.storms.StormCard;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import org.springframework.stereotype.Component;

/** Shows a storm's card in its incident's channel: posts it once, and edits it in place from then on. */
@Component
class DrawStorm implements Runner<Errand.DrawStorm> {

    private final Incidents incidents;
    private final StormCard card;
    private final InPlace inPlace;

    DrawStorm(Incidents incidents, StormCard card, InPlace inPlace) {
        this.incidents = incidents;
        this.card = card;
        this.inPlace = inPlace;
    }

    @Override
    public Class<Errand.DrawStorm> errand() {
        return Errand.DrawStorm.class;
    }

    @Override
    public String firstCall() {
        return "chat.update";
    }

    @Override
    public Outcome run(Errand.DrawStorm errand, Delivery delivery) throws Undelivered {
        var channel = incidents
                .findById(errand.incident())
                .filter(incident -> !incident.channelGone())
                .flatMap(Incident::channel);
        if (channel.isPresent()) {
            var drawing = card.draw(errand.storm());
            inPlace.show("storm:" + errand.storm(), channel.get(), drawing.line(), drawing.blocks(), delivery);
        }
        return new Outcome.Done();
    }
}
