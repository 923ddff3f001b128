package dev.coalmine.bot.slack.doors;

import dev.coalmine.bot.slack.PeopleNews;
import dev.coalmine.bot.slack.PostedReader;
import dev.coalmine.commands.workspace.Heard;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads Slack's events. The fields are those of Slack's Events API reference; what Coalmine itself did is passed
 * over.
 */
@Component
class EventReader {

    private final PeopleNews people;
    private final PostedReader posts;

    EventReader(PeopleNews people, PostedReader posts) {
        this.people = people;
        this.posts = posts;
    }

    /** What happened; a message by a person is both said and posted. */
    List<Heard> read(JsonNode envelope, JsonNode event) {
        var self = self(envelope);
        people.itself(self);
        return Stream.concat(happened(event, self).stream(), posted(event, self).stream())
                .toList();
    }

    private Optional<Heard> happened(JsonNode event, String self) {
        return switch (event.path("type").asString("")) {
            case "message" -> message(event, self);
            case "reaction_added" -> marked(event, self);
            case "pin_added" -> pinned(event, self);
            case "member_joined_channel" -> joined(event, self);
            case "member_left_channel" ->
                isSelf(event, self)
                        ? removed(event)
                        : Optional.of(new Heard.Left(text(event, "channel"), text(event, "user")));
            case "channel_left", "group_left" -> removed(event);
            case "channel_archive", "group_archive" -> channel(event, false, "archived");
            case "channel_unarchive", "group_unarchive" -> channel(event, true, "restored");
            case "channel_deleted", "group_deleted" -> channel(event, false, "deleted");
            case "channel_rename", "group_rename" ->
                Optional.of(new Heard.ChannelRenamed(
                        text(event.path("channel"), "id"), text(event.path("channel"), "name")));
            case "channel_id_changed" ->
                Optional.of(new Heard.ChannelMoved(text(event, "old_channel_id"), text(event, "new_channel_id")));
            case "app_home_opened" ->
                text(event, "tab").equals("home")
                        ? Optional.of(new Heard.HomeOpened(text(event, "user")))
                        : Optional.empty();
            case "user_change", "team_join" -> {
                people.changed(event.path("user"));
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Coalmine's own user, which Slack names with each event. */
    static String self(JsonNode envelope) {
        return envelope.path("authorizations").path(0).path("user_id").asString("");
    }

    private static Optional<Heard> message(JsonNode event, String self) {
        return switch (event.path("subtype").asString("")) {
            case "", "file_share", "thread_broadcast", "me_message" -> said(event, self);
            case "message_changed" -> edited(event);
            case "channel_convert_to_private" -> converted(event, true);
            case "channel_convert_to_public" -> converted(event, false);
            case "message_deleted" -> Optional.of(new Heard.Deleted(text(event, "channel"), text(event, "deleted_ts")));
            default -> Optional.empty();
        };
    }

    /** Whatever Coalmine did not write itself. What people reply in threads is talk about what is posted. */
    private Optional<Heard> posted(JsonNode event, String self) {
        if (!text(event, "type").equals("message")) {
            return Optional.empty();
        }
        return switch (text(event, "subtype")) {
            case "", "bot_message", "file_share", "thread_broadcast", "me_message" -> posted(event, event, null, self);
            case "message_changed" -> posted(event, event.path("message"), optional(event, "event_ts"), self);
            default -> Optional.empty();
        };
    }

    private Optional<Heard> posted(JsonNode event, JsonNode message, @Nullable String at, String self) {
        if (isSelf(message, self) || text(message, "ts").isEmpty() || isTombstone(message)) {
            return Optional.empty();
        }
        return Optional.of(posts.read(text(event, "channel"), message, at))
                .filter(post -> post.person() == null || !isReply(message))
                .map(Heard.class::cast);
    }

    private static boolean isReply(JsonNode message) {
        return message.has("thread_ts")
                && !text(message, "thread_ts").equals(text(message, "ts"))
                && !text(message, "subtype").equals("thread_broadcast");
    }

    private static boolean isTombstone(JsonNode message) {
        return text(message, "subtype").equals("tombstone");
    }

    private static Optional<Heard> said(JsonNode event, String self) {
        if (event.has("bot_id") || isSelf(event, self) || text(event, "user").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Heard.Said(text(event, "channel"), text(event, "ts"), text(event, "user"), text(event, "text")));
    }

    /** A deleted message with replies is sent as changed into a tombstone. */
    private static Optional<Heard> edited(JsonNode event) {
        var message = event.path("message");
        if (isTombstone(message)) {
            return Optional.of(new Heard.Deleted(text(event, "channel"), text(message, "ts")));
        }
        return Optional.of(new Heard.Edited(
                text(event, "channel"), text(message, "ts"), optional(message, "user"), text(message, "text")));
    }

    private static Optional<Heard> marked(JsonNode event, String self) {
        var item = event.path("item");
        if (isSelf(event, self) || !text(item, "type").equals("message")) {
            return Optional.empty();
        }
        return Optional.of(new Heard.Marked(
                text(item, "channel"), text(item, "ts"), text(event, "user"), text(event, "reaction")));
    }

    private static Optional<Heard> pinned(JsonNode event, String self) {
        var message = event.path("item").path("message");
        if (isSelf(event, self) || message.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(new Heard.Pinned(
                event.path("channel_id")
                        .asString(event.path("item").path("channel").asString("")),
                text(message, "ts"),
                text(event, "user"),
                optional(message, "user"),
                text(message, "text")));
    }

    private static Optional<Heard> joined(JsonNode event, String self) {
        var inviter = optional(event, "inviter");
        if (isSelf(event, self)) {
            return Optional.of(new Heard.ChannelChanged(
                    text(event, "channel"), inviter, true, "Coalmine is in the channel again."));
        }
        return Optional.of(new Heard.Joined(
                text(event, "channel"), text(event, "user"), inviter, inviter != null && inviter.equals(self)));
    }

    /** Coalmine itself is out, and hears and says nothing there any more. */
    private static Optional<Heard> removed(JsonNode event) {
        return Optional.of(
                new Heard.ChannelChanged(text(event, "channel"), optional(event, "actor_id"), false, Heard.REMOVED));
    }

    private static Optional<Heard> converted(JsonNode event, boolean hidden) {
        return Optional.of(new Heard.ChannelConverted(text(event, "channel"), optional(event, "user"), hidden));
    }

    private static Optional<Heard> channel(JsonNode event, boolean usable, String what) {
        return Optional.of(new Heard.ChannelChanged(
                text(event, "channel"),
                Optional.ofNullable(optional(event, "user")).orElse(optional(event, "actor_id")),
                usable,
                "The channel was %s in Slack; the incident itself is unchanged.".formatted(what)));
    }

    private static boolean isSelf(JsonNode event, String self) {
        return !self.isEmpty() && text(event, "user").equals(self);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static @Nullable String optional(JsonNode node, String name) {
        var text = text(node, name);
        return text.isEmpty() ? null : text;
    }
}
