package dev.coalmine.bot.slack.errands;

import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.launches.ChannelNames;
import dev.coalmine.storage.outbox.Delivery;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks once what a channel is called, and has the messages heard that waited for that. */
@Component
class NameChannel implements Runner<Errand.NameChannel> {

    private final SlackCalls slack;
    private final ChannelNames names;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    NameChannel(
            SlackCalls slack, ChannelNames names, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.slack = slack;
        this.names = names;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public Class<Errand.NameChannel> errand() {
        return Errand.NameChannel.class;
    }

    @Override
    public Outcome run(Errand.NameChannel errand, Delivery delivery) throws Undelivered {
        var channel = errand.message().channel();
        var known = names.of(channel);
        var name = known.isPresent() ? known.get() : ask(channel);
        transaction.executeWithoutResult(_ -> {
            names.keep(channel, name);
            events.publishEvent(errand.message());
        });
        return new Outcome.Done();
    }

    /** Direct messages have no name; nor has what is gone. */
    private String ask(String channel) throws Undelivered {
        var answer = slack.call(
                "conversations.info", null, api -> api.conversationsInfo(r -> r.channel(channel)), "channel_not_found");
        return answer.isOk()
                ? Optional.ofNullable(answer.getChannel().getName()).orElse("")
                : "";
    }
}
