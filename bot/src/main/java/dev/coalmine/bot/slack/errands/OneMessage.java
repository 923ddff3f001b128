package dev.coalmine.bot.slack.errands;

import com.slack.api.model.Message;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a message by its channel and timestamp. */
@Component
class OneMessage {

    private final SlackCalls slack;

    OneMessage(SlackCalls slack) {
        this.slack = slack;
    }

    /**
     * In the channel, or else in a thread: replies are not in a channel's history.
     *
     * @param thread which thread, if that is known
     * @param fine error codes that mean it is not there
     */
    Optional<Message> find(String channel, String ts, @Nullable String thread, String... fine) throws Undelivered {
        var message = thread == null ? inChannel(channel, ts, fine) : Optional.<Message>empty();
        return message.isPresent() ? message : inThread(channel, ts, thread == null ? ts : thread, fine);
    }

    private Optional<Message> inChannel(String channel, String ts, String... fine) throws Undelivered {
        var answer = slack.call(
                "conversations.history",
                null,
                api -> api.conversationsHistory(
                        r -> r.channel(channel).latest(ts).inclusive(true).limit(1)),
                fine);
        return answer.isOk() ? that(ts, answer.getMessages()) : Optional.empty();
    }

    private Optional<Message> inThread(String channel, String ts, String thread, String... fine) throws Undelivered {
        var answer = slack.call(
                "conversations.replies",
                null,
                api -> api.conversationsReplies(r ->
                        r.channel(channel).ts(thread).latest(ts).inclusive(true).limit(100)),
                Stream.concat(Stream.of("thread_not_found", "message_not_found"), Stream.of(fine))
                        .toArray(String[]::new));
        return answer.isOk() ? that(ts, answer.getMessages()) : Optional.empty();
    }

    private static Optional<Message> that(String ts, List<Message> messages) {
        return messages.stream().filter(m -> ts.equals(m.getTs())).findFirst();
    }
}
