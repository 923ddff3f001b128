package dev.coalmine.sandbox.shapes;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Team;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A message as Slack writes it: in answers, in events, in interactions. */
public final class MessageShape {

    private final Workspace workspace;
    private final FileShape files;
    private final String url;

    public MessageShape(Workspace workspace, String url) {
        this.workspace = workspace;
        this.url = url;
        this.files = new FileShape(url);
    }

    /** What it says and who said it, without what others did to it. */
    public ObjectNode plain(Message message) {
        var json = Json.object()
                .put("type", "message")
                .put("user", message.user())
                .put("text", message.text())
                .put("ts", message.ts());
        message.subtype().ifPresent(it -> json.put("subtype", it));
        message.username().ifPresent(it -> otherBot(json, message, it));
        if (message.fromApp() && message.subtype().isEmpty()) {
            json.put("bot_id", App.BOT_ID).put("app_id", App.ID);
            json.set("bot_profile", botProfile());
        }
        if (message.subtype().isEmpty()) {
            json.put("team", Team.ID);
        }
        message.blocks().ifPresent(it -> json.set("blocks", it));
        message.attachments().ifPresent(it -> json.set("attachments", it));
        message.threadTs().ifPresent(it -> json.put("thread_ts", it));
        message.inviter().ifPresent(it -> json.put("inviter", it));
        message.edited().ifPresent(it -> json.set("edited", edited(it)));
        if (!message.files().isEmpty()) {
            json.set("files", files(message));
        }
        return json;
    }

    /** Who posts by a webhook has a name and an id, and is no user. */
    private static void otherBot(ObjectNode json, Message message, String name) {
        json.remove("user");
        json.put("bot_id", message.user()).put("username", name);
    }

    public ObjectNode withMetadata(Message message) {
        var json = plain(message);
        message.metadata().ifPresent(it -> json.set("metadata", it));
        return json;
    }

    /** As history and replies have it: with reactions, and with what its thread is like. */
    public ObjectNode full(Channel channel, Message message, boolean metadata) {
        var json = metadata ? withMetadata(message) : plain(message);
        if (!message.reactions().isEmpty()) {
            json.set("reactions", reactions(message.reactions()));
        }
        if (message.reply()) {
            var parent = message.threadTs().flatMap(workspace.messages().in(channel)::at);
            parent.ifPresent(it -> json.put("parent_user_id", it.user()));
        } else {
            thread(json, workspace.messages().in(channel).repliesTo(message.ts()));
        }
        return json;
    }

    private static void thread(ObjectNode json, List<Message> replies) {
        if (!replies.isEmpty()) {
            var users = replies.stream().map(Message::user).distinct().toList();
            json.put("thread_ts", Json.text(json, "ts"))
                    .put("reply_count", replies.size())
                    .put("reply_users_count", users.size())
                    .put("latest_reply", replies.getLast().ts())
                    .put("subscribed", false)
                    .put("is_locked", false);
            json.set("reply_users", Json.array(users));
        }
    }

    public static ArrayNode reactions(Map<String, Set<String>> reactions) {
        return Json.arrayOf(reactions.entrySet().stream().map(it -> reaction(it.getKey(), it.getValue())));
    }

    private static ObjectNode reaction(String name, Collection<String> people) {
        var json = Json.object().put("name", name).put("count", people.size());
        json.set("users", Json.array(people));
        return json;
    }

    private ArrayNode files(Message message) {
        return Json.arrayOf(message.files().stream()
                .flatMap(it -> workspace.files().find(it).stream())
                .map(files::of));
    }

    private static ObjectNode edited(Message.Edit edit) {
        return Json.object().put("user", edit.by()).put("ts", edit.ts());
    }

    /** The app, as it stands beside its messages. */
    public ObjectNode botProfile() {
        var profile = Json.object()
                .put("id", App.BOT_ID)
                .put("app_id", App.ID)
                .put("name", workspace.app().displayName())
                .put("deleted", false)
                .put("updated", workspace.bot().updated())
                .put("team_id", Team.ID);
        profile.set("icons", icons());
        return profile;
    }

    public ObjectNode icons() {
        var icon = url + "/screen/canary.svg";
        return Json.object().put("image_36", icon).put("image_48", icon).put("image_72", icon);
    }

    /** Where people find it: the page in the browser understands these addresses. */
    public String permalink(Channel channel, Message message) {
        var link =
                "%s/archives/%s/p%s".formatted(url, channel.id(), message.ts().replace(".", ""));
        return message.reply()
                ? "%s?thread_ts=%s&cid=%s".formatted(link, message.threadTs().orElseThrow(), channel.id())
                : link;
    }
}
