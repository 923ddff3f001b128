package dev.coalmine.bot.slack.errands;

import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The channels Coalmine is in. Asked only where an id cannot be known otherwise. */
@Component
class OwnChannels {

    private static final int PAGE = 200;

    private final SlackCalls slack;

    OwnChannels(SlackCalls slack) {
        this.slack = slack;
    }

    Optional<Conversation> named(String name) throws Undelivered {
        var cursor = "";
        do {
            var page = page(cursor);
            var found = page.getChannels().stream()
                    .filter(c -> name.equals(c.getName()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = next(page);
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    private UsersConversationsResponse page(String cursor) throws Undelivered {
        return slack.call(
                "users.conversations",
                null,
                api -> api.usersConversations(r -> r.limit(PAGE)
                        .cursor(cursor)
                        .excludeArchived(false)
                        .types(List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL))));
    }

    private static String next(UsersConversationsResponse page) {
        var metadata = page.getResponseMetadata();
        return metadata == null || metadata.getNextCursor() == null ? "" : metadata.getNextCursor();
    }
}
