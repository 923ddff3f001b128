package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.pages.CountedAlerts;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows in the incident's channel how many alerts changed something: one message for a while, edited in place. */
@Component
class DrawAlerts implements Runner<Errand.DrawAlerts> {

    private final Incidents incidents;
    private final CountedAlerts counted;
    private final InPlace inPlace;

    DrawAlerts(Incidents incidents, CountedAlerts counted, InPlace inPlace) {
        this.incidents = incidents;
        this.counted = counted;
        this.inPlace = inPlace;
    }

    @Override
    public Class<Errand.DrawAlerts> errand() {
        return Errand.DrawAlerts.class;
    }

    @Override
    public Outcome run(Errand.DrawAlerts errand, Delivery delivery) throws Undelivered {
        var channel = incidents
                .findById(errand.incident())
                .filter(incident -> !incident.channelGone())
                .flatMap(Incident::channel);
        if (channel.isPresent()) {
            var line = counted.line(errand.incident(), errand.since());
            var name = "alerts:%d:%s".formatted(errand.incident(), errand.since());
            inPlace.show(name, channel.get(), line, List.of(Blocks.section(line)), delivery);
        }
        return new Outcome.Done();
    }
}
