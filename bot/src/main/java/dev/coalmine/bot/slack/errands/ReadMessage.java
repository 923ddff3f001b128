package dev.coalmine.bot.slack.errands;

import com.slack.api.model.Message;
import dev.coalmine.bot.slack.Outcome;
import dev.coalmine.bot.slack.Runner;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.outbox.Delivery;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads one marked message, so that it can be kept. */
@Component
class ReadMessage implements Runner<Errand.ReadMessage> {

    private final SlackCalls slack;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ReadMessage(SlackCalls slack, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.slack = slack;
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
        var message = inChannel(errand);
        if (message.isEmpty()) {
            message = inThread(errand);
        }
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

    private Optional<Message> inChannel(Errand.ReadMessage errand) throws Undelivered {
        var answer = slack.call(
                "conversations.history",
                null,
                api -> api.conversationsHistory(r -> r.channel(errand.channel())
                        .latest(errand.ts())
                        .inclusive(true)
                        .limit(1)));
        return that(errand, answer.getMessages());
    }

    /** Replies are not in a channel's history. */
    private Optional<Message> inThread(Errand.ReadMessage errand) throws Undelivered {
        var answer = slack.call(
                "conversations.replies",
                null,
                api -> api.conversationsReplies(r -> r.channel(errand.channel())
                        .ts(errand.ts())
                        .latest(errand.ts())
                        .inclusive(true)
                        .limit(100)),
                "thread_not_found",
                "message_not_found");
        return answer.isOk() ? that(errand, answer.getMessages()) : Optional.empty();
    }

    private static Optional<Message> that(Errand.ReadMessage errand, List<Message> messages) {
        return messages.stream().filter(m -> errand.ts().equals(m.getTs())).findFirst();
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
