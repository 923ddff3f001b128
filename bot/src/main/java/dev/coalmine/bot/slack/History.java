package dev.coalmine.bot.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import dev.coalmine.storage.outbox.Delivery;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for what an earlier attempt may have left in Slack, before anything is told a second time. */
@Component
class History {

    private static final int PAGE = 200;
    // Slack's clock and this machine's may disagree.
    private static final Duration CLOCKS_APART = Duration.ofMinutes(10);

    private final SlackCalls slack;

    History(SlackCalls slack) {
        this.slack = slack;
    }

    /**
     * The message that fits among all since the delivery was tried first.
     *
     * @param thread where to look; null for the channel itself
     * @throws Undelivered also when Slack does not let Coalmine look: then nobody may send it again unasked
     */
    Optional<Message> find(Delivery delivery, String channel, @Nullable String thread, Predicate<Message> fits)
            throws Undelivered {
        var cursor = "";
        try {
            do {
                var page = page(channel, thread, oldest(delivery), cursor);
                var found = page.messages().stream().filter(fits).findFirst();
                if (found.isPresent()) {
                    return found;
                }
                cursor = page.next();
            } while (!cursor.isEmpty());
            return Optional.empty();
        } catch (Undelivered failed) {
            throw failed.outcome() instanceof Outcome.Dead(var reason)
                    ? new Undelivered(
                            failed.code(),
                            new Outcome.Dead("it may have arrived, and looking for it failed: " + reason))
                    : failed;
        }
    }

    private Page page(String channel, @Nullable String thread, String oldest, String cursor) throws Undelivered {
        return thread == null ? history(channel, oldest, cursor) : replies(channel, thread, oldest, cursor);
    }

    private Page history(String channel, String oldest, String cursor) throws Undelivered {
        ConversationsHistoryResponse answer = slack.call(
                "conversations.history",
                null,
                api -> api.conversationsHistory(r -> r.channel(channel)
                        .oldest(oldest)
                        .cursor(cursor)
                        .includeAllMetadata(true)
                        .limit(PAGE)));
        return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
    }

    private Page replies(String channel, String thread, String oldest, String cursor) throws Undelivered {
        ConversationsRepliesResponse answer = slack.call(
                "conversations.replies",
                null,
                api -> api.conversationsReplies(r -> r.channel(channel)
                        .ts(thread)
                        .oldest(oldest)
                        .cursor(cursor)
                        .includeAllMetadata(true)
                        .limit(PAGE)));
        return new Page(answer.getMessages(), next(answer.getResponseMetadata()));
    }

    private static String next(@Nullable ResponseMetadata metadata) {
        return metadata == null ? "" : Objects.requireNonNullElse(metadata.getNextCursor(), "");
    }

    private static String oldest(Delivery delivery) {
        var first = delivery.firstTried() == null ? delivery.created() : delivery.firstTried();
        return BigDecimal.valueOf(first.minus(CLOCKS_APART).getEpochSecond())
                .setScale(6)
                .toPlainString();
    }

    private record Page(List<Message> messages, String next) {}
}
