package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.shapes.PersonShape;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Happened;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Team;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What happened, in the words of the Events API. */
final class EventShapes {

    private final Workspace workspace;
    private final MessageShape shape;

    EventShapes(Workspace workspace, MessageShape shape) {
        this.workspace = workspace;
        this.shape = shape;
    }

    /** Nothing at all about what the app may not see. */
    List<ObjectNode> of(Happened what) {
        return switch (what) {
            case Happened.MessagePosted(var channel, var message) -> inside(channel, posted(channel, message));
            case Happened.MessageChanged(var channel, var message, var before) ->
                inside(channel, List.of(changed(channel, message, before)));
            case Happened.MessageDeleted(var channel, var message, var before, var ts) ->
                inside(channel, List.of(deleted(channel, message, before, ts)));
            case Happened.Reacted it -> inside(it.channel(), List.of(reacted(it)));
            case Happened.Pinned it -> inside(it.channel(), List.of(pinned(it)));
            case Happened.Joined(var channel, var person, var inviter) -> {
                var event = membership("member_joined_channel", channel, person);
                yield inside(channel, List.of(inviter == null ? event : event.put("inviter", inviter)));
            }
            case Happened.Left(var channel, var person) ->
                inside(channel, List.of(membership("member_left_channel", channel, person)));
            case Happened.Archived(var channel, var person, var now) -> about(channel, archived(channel, person, now));
            case Happened.Renamed(var channel) -> about(channel, renamed(channel));
            case Happened.Deleted(var channel, var person) ->
                about(
                        channel,
                        of(channel, "deleted").put("channel", channel.id()).put("actor_id", person));
            case Happened.PersonAdded(var person) ->
                List.of(event("team_join").set("user", PersonShape.of(person, mayMail())));
            case Happened.PersonChanged(var person) ->
                List.of(Json.object()
                        .put("type", "user_change")
                        .put("cache_ts", workspace.now())
                        .set("user", PersonShape.of(person, mayMail())));
            case Happened.HomeOpened it -> List.of(home(it));
        };
    }

    private boolean mayMail() {
        return workspace.app().hasScope("users:read.email");
    }

    private static List<ObjectNode> inside(Channel channel, List<ObjectNode> events) {
        return channel.has(App.USER_ID) ? events : List.of();
    }

    /** Everybody hears about public channels. */
    private static List<ObjectNode> about(Channel channel, ObjectNode event) {
        return channel.seenBy(App.USER_ID) ? List.of(event) : List.of();
    }

    private List<ObjectNode> posted(Channel channel, Message message) {
        var events = new ArrayList<ObjectNode>();
        var event = shape.withMetadata(message);
        if (message.reply()) {
            workspace
                    .messages()
                    .in(channel)
                    .at(message.threadTs().orElseThrow())
                    .ifPresent(it -> parent(event, message, it));
        }
        // Whose app it is, the event says in bot_profile only.
        event.remove("app_id");
        events.add(at(event, channel, message.ts()));
        if (message.mentions().contains(App.USER_ID) && !message.fromApp() && !channel.direct()) {
            events.add(mention(channel, message));
        }
        return events;
    }

    private void parent(ObjectNode event, Message message, Message parent) {
        if (message.subtype().orElse("").equals("thread_broadcast")) {
            event.set("root", shape.plain(parent));
        } else {
            event.put("parent_user_id", parent.user());
        }
    }

    private static ObjectNode at(ObjectNode event, Channel channel, String eventTs) {
        return event.put("channel", channel.id())
                .put("channel_type", channel.kind().type())
                .put("event_ts", eventTs);
    }

    private ObjectNode mention(Channel channel, Message message) {
        return shape.plain(message)
                .put("type", "app_mention")
                .put("channel", channel.id())
                .put("event_ts", message.ts());
    }

    private ObjectNode changed(Channel channel, Message message, Message before) {
        var ts = message.edited().map(Message.Edit::ts).orElseGet(workspace::ts);
        var event = subtype("message_changed", ts);
        event.set("message", nameless(shape.withMetadata(message)));
        event.set("previous_message", nameless(shape.withMetadata(before)));
        return at(event, channel, ts);
    }

    /** What another bot calls itself is told when it posts, and not again. */
    private static ObjectNode nameless(ObjectNode message) {
        message.remove("username");
        return message;
    }

    private ObjectNode deleted(Channel channel, Message message, Message before, String ts) {
        var event = subtype("message_deleted", ts).put("deleted_ts", message.ts());
        event.set("previous_message", nameless(shape.plain(before)));
        return at(event, channel, ts);
    }

    private static ObjectNode subtype(String subtype, String ts) {
        return Json.object()
                .put("type", "message")
                .put("subtype", subtype)
                .put("hidden", true)
                .put("ts", ts);
    }

    private ObjectNode reacted(Happened.Reacted it) {
        var event = event(it.added() ? "reaction_added" : "reaction_removed")
                .put("user", it.person())
                .put("reaction", it.name())
                .put("item_user", it.message().user());
        event.putObject("item")
                .put("type", "message")
                .put("channel", it.channel().id())
                .put("ts", it.message().ts());
        return event;
    }

    private ObjectNode pinned(Happened.Pinned it) {
        var event = event(it.added() ? "pin_added" : "pin_removed")
                .put("user", it.person())
                .put("channel_id", it.channel().id())
                .put("item_user", it.message().user())
                .put("pin_count", it.channel().pins().size());
        if (!it.added()) {
            event.put("has_pins", !it.channel().pins().isEmpty());
        }
        event.putObject("pinned_info")
                .put("channel", it.channel().id())
                .put("pinned_by", it.pin().by())
                .put("pinned_ts", it.pin().at());
        event.putObject("item")
                .put("type", "message")
                .put("created", it.pin().at())
                .put("created_by", it.pin().by())
                .put("channel", it.channel().id())
                .set("message", pinnedMessage(it));
        return event;
    }

    private ObjectNode pinnedMessage(Happened.Pinned it) {
        return shape.plain(it.message()).put("permalink", shape.permalink(it.channel(), it.message()));
    }

    private ObjectNode membership(String type, Channel channel, String person) {
        // Slack writes C and G here, not the words of messages.
        var kind = channel.kind() == Channel.Kind.PRIVATE ? "G" : "C";
        return event(type)
                .put("user", person)
                .put("channel", channel.id())
                .put("channel_type", kind)
                .put("team", Team.ID);
    }

    private ObjectNode archived(Channel channel, String person, boolean now) {
        var event = of(channel, now ? "archive" : "unarchive")
                .put("channel", channel.id())
                .put("user", person);
        return now ? event.put("is_moved", 0) : event;
    }

    private ObjectNode renamed(Channel channel) {
        var event = of(channel, "rename");
        event.putObject("channel")
                .put("id", channel.id())
                .put("name", channel.name())
                .put("name_normalized", channel.name())
                .put("is_channel", channel.kind() == Channel.Kind.PUBLIC)
                .put("is_mpim", false)
                .put("created", channel.created());
        return event;
    }

    private ObjectNode home(Happened.HomeOpened it) {
        var event = event("app_home_opened")
                .put("user", it.person().id())
                .put("channel", it.direct().id())
                .put("tab", "home");
        if (it.view() != null) {
            event.set("view", it.view().deepCopy());
        }
        return event;
    }

    private ObjectNode of(Channel channel, String what) {
        return event(channel.kind().type() + "_" + what);
    }

    private ObjectNode event(String type) {
        return Json.object().put("type", type).put("event_ts", workspace.ts());
    }
}
