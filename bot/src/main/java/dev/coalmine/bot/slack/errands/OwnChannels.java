package dev.coalmine.bot.slack.errands;

import static java.util.Objects.requireNonNull;

import com.slack.api.methods.response.users.UsersConversationsResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.coalmine.bot.slack.Identity;
import dev.coalmine.bot.slack.SlackCalls;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.storage.incidents.ChannelMaking;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The channels Coalmine is in. Slack gives no id for a name, so they are listed; but only where an id cannot be known
 * otherwise: once for the announcements channel, and for a channel after its making was cut off.
 */
@Component
class OwnChannels {

    private static final int PAGE = 200;
    private static final int CLOCK_DRIFT_SECONDS = 60;
    private static final String MARK = "coalmine:";

    private final SlackCalls slack;
    private final Identity identity;
    private final Incidents incidents;

    OwnChannels(SlackCalls slack, Identity identity, Incidents incidents) {
        this.slack = slack;
        this.identity = identity;
        this.incidents = incidents;
    }

    Optional<Conversation> named(String name) throws Undelivered {
        return find(channel -> name.equals(channel.getName()));
    }

    /**
     * The channel that was made for this incident although nobody was there to write it down. It may have been renamed
     * by hand since; a channel that carries another incident's mark, or is another incident's, is never taken.
     */
    Optional<String> madeFor(Incident incident, ChannelMaking making) throws Undelivered {
        var me = identity.botUser();
        return find(channel -> me.equals(channel.getCreator())
                        && (purpose(channel).contains(incident.channelMark()) || isUnclaimed(channel, making)))
                .map(Conversation::getId);
    }

    private boolean isUnclaimed(Conversation channel, ChannelMaking making) {
        var since = requireNonNull(making.asked()).getEpochSecond() - CLOCK_DRIFT_SECONDS;
        return channel.getCreated() >= since
                && isCalled(channel, making.name())
                && !purpose(channel).contains(MARK)
                && incidents.findByChannel(channel.getId()).isEmpty();
    }

    private static boolean isCalled(Conversation channel, String name) {
        var before = channel.getPreviousNames();
        return name.equals(channel.getName()) || before != null && before.contains(name);
    }

    private static String purpose(Conversation channel) {
        var purpose = channel.getPurpose();
        return purpose == null || purpose.getValue() == null ? "" : purpose.getValue();
    }

    private Optional<Conversation> find(Predicate<Conversation> wanted) throws Undelivered {
        var cursor = "";
        do {
            var page = page(cursor);
            var found = page.getChannels().stream().filter(wanted).findFirst();
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
