package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Messages;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Digest;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells one person something in private. */
@Component
class Tell implements Runner<Errand.Tell> {

    private final SlackCalls slack;
    private final Messages messages;

    Tell(SlackCalls slack, Messages messages) {
        this.slack = slack;
        this.messages = messages;
    }

    @Override
    public Class<Errand.Tell> errand() {
        return Errand.Tell.class;
    }

    @Override
    public String firstCall() {
        return "conversations.open";
    }

    @Override
    public Outcome run(Errand.Tell errand, Delivery delivery) throws Undelivered {
        return say(errand.person(), errand.markup(), errand.choices(), delivery);
    }

    @Override
    public Outcome runJoined(Errand.Tell first, List<Joined<Errand.Tell>> others, Delivery delivery)
            throws Undelivered {
        var lines = others.stream()
                .map(it -> new Digest.Line(it.errand().markup(), it.created(), it.priority()))
                .toList();
        var text = Digests.of(delivery, first.markup(), lines, "`/incident list` shows what is open");
        return say(first.person(), text, List.of(), delivery);
    }

    private Outcome say(String person, String markup, List<Errand.Choice> choices, Delivery delivery)
            throws Undelivered {
        var opened =
                slack.call("conversations.open", null, api -> api.conversationsOpen(r -> r.users(List.of(person))));
        messages.say(delivery, opened.getChannel().getId(), null, markup, choices);
        return new Outcome.Done();
    }
}
