package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Messages;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
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
    public Outcome run(Errand.Tell errand, Delivery delivery) throws Undelivered {
        var opened = slack.call(
                "conversations.open", null, api -> api.conversationsOpen(r -> r.users(List.of(errand.person()))));
        messages.say(delivery, opened.getChannel().getId(), null, errand.markup(), errand.choices());
        return new Outcome.Done();
    }
}
