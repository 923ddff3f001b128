package dev.coalmine.bot.slack.errands;

import com.slack.api.model.Message;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.outbox.Delivery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads one marked message, so that it can be kept. */
@Component
class ReadMessage implements Runner<Errand.ReadMessage> {

    private final SlackCalls slack;
    private final OneMessage messages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ReadMessage(
            SlackCalls slack, OneMessage messages, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.slack = slack;
        this.messages = messages;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public Class<Errand.ReadMessage> errand() {
        return Errand.ReadMessage.class;
    }

    @Override
    public String firstCall() {
        return "conversations.history";
    }

    @Override
    public Outcome run(Errand.ReadMessage errand, Delivery delivery) throws Undelivered {
        var message = messages.find(errand.channel(), errand.ts(), null);
        var link = message.isEmpty() ? null : link(errand);
        var read = read(errand, message, link);
        transaction.executeWithoutResult(_ -> events.publishEvent(read));
        return new Outcome.Done();
    }

    private static Heard.MessageRead read(Errand.ReadMessage errand, Optional<Message> message, @Nullable String link) {
        return new Heard.MessageRead(
                errand.incident(),
                errand.channel(),
                errand.ts(),
                errand.person(),
                errand.how(),
                message.map(Message::getUser).orElse(null),
                message.map(Message::getText).orElse(null),
                link);
    }

    private @Nullable String link(Errand.ReadMessage errand) throws Undelivered {
        return slack.call(
                        "chat.getPermalink",
                        null,
                        api -> api.chatGetPermalink(
                                r -> r.channel(errand.channel()).messageTs(errand.ts())),
                        "message_not_found")
                .getPermalink();
    }
}
