package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Messages;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Digest;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.outbox.Delivery;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says something in the incident's channel. */
@Component
class Post implements Runner<Errand.Post> {

    private final Incidents incidents;
    private final Messages messages;

    Post(Incidents incidents, Messages messages) {
        this.incidents = incidents;
        this.messages = messages;
    }

    @Override
    public Class<Errand.Post> errand() {
        return Errand.Post.class;
    }

    @Override
    public String firstCall() {
        return "chat.postMessage";
    }

    @Override
    public Outcome run(Errand.Post errand, Delivery delivery) throws Undelivered {
        return say(errand.incident(), errand.markup(), errand.choices(), delivery);
    }

    @Override
    public Outcome runJoined(Errand.Post first, List<Joined<Errand.Post>> others, Delivery delivery)
            throws Undelivered {
        var lines = others.stream()
                .map(it -> new Digest.Line(it.errand().markup(), it.created(), it.priority()))
                .toList();
        var text = Digests.of(delivery, first.markup(), lines, "`/incident timeline` has everything");
        return say(first.incident(), text, List.of(), delivery);
    }

    private Outcome say(long number, String markup, List<Errand.Choice> choices, Delivery delivery) throws Undelivered {
        var incident = incidents.findById(number).orElseThrow();
        if (incident.channelGone() || incident.needsNoChannel()) {
            // What happened stands in the timeline, and where the incident is announced; whoever comes back to the
            // channel is told how much that was.
            return new Outcome.Done();
        }
        if (incident.channel().isEmpty()) {
            return new Outcome.Dead("the incident has no channel");
        }
        messages.say(delivery, incident.channel().get(), null, markup, choices);
        return new Outcome.Done();
    }
}
