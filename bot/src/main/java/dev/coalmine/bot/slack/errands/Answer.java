package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Messages;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers in the thread in which somebody asked. */
@Component
class Answer implements Runner<Errand.Answer> {

    private final Messages messages;

    Answer(Messages messages) {
        this.messages = messages;
    }

    @Override
    public Class<Errand.Answer> errand() {
        return Errand.Answer.class;
    }

    @Override
    public String firstCall() {
        return "chat.postMessage";
    }

    @Override
    public Outcome run(Errand.Answer errand, Delivery delivery) throws Undelivered {
        messages.say(delivery, errand.channel(), errand.thread(), errand.markup(), List.of());
        return new Outcome.Done();
    }
}
