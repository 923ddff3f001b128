package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Directory;
import dev.coalmine.bot.slack.Messages;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import org.springframework.stereotype.Component;

/** Tells one person something in private. */
@Component
class Tell implements Runner<Errand.Tell> {

    private final SlackCalls slack;
    private final Messages messages;
    private final Directory directory;

    Tell(SlackCalls slack, Messages messages, Directory directory) {
        this.slack = slack;
        this.messages = messages;
        this.directory = directory;
    }

    @Override
    public Class<Errand.Tell> errand() {
        return Errand.Tell.class;
    }

    @Override
    public Outcome run(Errand.Tell errand, Delivery delivery) throws Undelivered {
        var person = directory.find(errand.person());
        if (person.isEmpty()) {
            return new Outcome.Dead("user_not_found: " + errand.person());
        }
        var opened = slack.call("conversations.open", null, api -> api.conversationsOpen(r -> r.users(person.get())));
        messages.say(delivery, opened.getChannel().getId(), null, errand.markup(), errand.choices());
        return new Outcome.Done();
    }
}
