package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.incidents.CommanderQuestion;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import org.springframework.stereotype.Component;

/** Asks who takes command, and shows in the same place when somebody has. */
@Component
class AskForCommander implements Runner<Errand.AskForCommander> {

    private final Incidents incidents;
    private final CommanderQuestion question;
    private final Posted posted;
    private final InPlace inPlace;

    AskForCommander(Incidents incidents, CommanderQuestion question, Posted posted, InPlace inPlace) {
        this.incidents = incidents;
        this.question = question;
        this.posted = posted;
        this.inPlace = inPlace;
    }

    @Override
    public Class<Errand.AskForCommander> errand() {
        return Errand.AskForCommander.class;
    }

    /** A question that somebody answered before it was asked is not asked at all. */
    @Override
    public Outcome run(Errand.AskForCommander errand, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(errand.incident()).orElseThrow();
        var channel = incident.channel().filter(_ -> !incident.channelGone());
        if (channel.isPresent() && (question.isOpen(incident) || stands(errand, channel.get()))) {
            show(incident, errand.again(), channel.get(), delivery);
        }
        return new Outcome.Done();
    }

    private boolean stands(Errand.AskForCommander errand, String channel) {
        return posted.find(CommanderQuestion.name(errand.incident(), errand.again()))
                .filter(place -> place.channel().equals(channel))
                .isPresent();
    }

    private void show(Incident incident, boolean again, String channel, Delivery delivery) throws Undelivered {
        inPlace.show(
                CommanderQuestion.name(incident.number(), again),
                channel,
                question.words(incident, again),
                question.draw(incident, again),
                delivery);
    }
}
