package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.events.Telling;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.FileShape;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Bookmark;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.OpenView;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Pin;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The whole workspace in JSON, for those who look at it: scripts, tests, the page. */
public final class StateOf {

    private final Workspace workspace;
    private final Telling telling;
    private final MessageShape shape;
    private final FileShape files;

    public StateOf(Workspace workspace, Telling telling, String url) {
        this.workspace = workspace;
        this.telling = telling;
        this.shape = new MessageShape(workspace, url);
        this.files = new FileShape(url);
    }

    /** Which channels, which messages, which forms and homes to show. */
    public record Lens(
            Predicate<Channel> channels, Predicate<Message> messages, String since, Predicate<String> person) {}

    /** With the workspace locked. */
    public ObjectNode seen(Lens lens) {
        var state = Json.object()
                .put("version", workspace.version())
                .put("connected", telling.line().connected())
                .put("undelivered", telling.events().undelivered());
        state.set("people", Json.arrayOf(workspace.people().all().stream().map(StateOf::person)));
        state.set(
                "channels",
                Json.arrayOf(workspace.channels().all().stream()
                        .filter(lens.channels())
                        .map(it -> channel(it, lens))));
        state.set(
                "views",
                Json.arrayOf(workspace.views().all().stream()
                        .filter(it -> lens.person().test(it.person()))
                        .map(StateOf::view)));
        var homes = state.putObject("homes");
        workspace.views().homes().forEach((id, view) -> {
            if (lens.person().test(id)) {
                homes.set(workspace.people().nameOf(id), Json.object().set("view", view));
            }
        });
        return state;
    }

    private static ObjectNode person(Person person) {
        return Json.object()
                .put("id", person.id())
                .put("name", person.name())
                .put("real_name", person.realName())
                .put("email", person.email())
                .put("is_bot", person.bot())
                .put("tz", person.tz());
    }

    private static ObjectNode view(OpenView view) {
        return Json.object().put("id", view.id()).put("user", view.person()).set("view", view.json());
    }

    private ObjectNode channel(Channel channel, Lens lens) {
        var json = Json.object()
                .put("id", channel.id())
                .put("name", nameOf(channel))
                .put("topic", channel.topic().value())
                .put("purpose", channel.purpose().value())
                .put("private", channel.kind() != Channel.Kind.PUBLIC)
                .put("direct", channel.direct())
                .put("archived", channel.archived())
                .put("creator", workspace.people().nameOf(channel.creator()));
        json.set("members", Json.array(workspace.people().namesOf(channel.members())));
        json.set("pins", Json.array(channel.pins().stream().map(Pin::ts).toList()));
        json.set("bookmarks", Json.arrayOf(channel.bookmarks().stream().map(StateOf::bookmark)));
        json.set(
                "messages",
                Json.arrayOf(workspace.messages().in(channel).after(lens.since()).stream()
                        .filter(lens.messages())
                        .map(it -> message(channel, it))));
        return json;
    }

    /** A direct message goes by the name of the person in it. */
    String nameOf(Channel channel) {
        return channel.direct() ? "@" + workspace.people().nameOf(channel.other(App.USER_ID)) : channel.name();
    }

    private static ObjectNode bookmark(Bookmark bookmark) {
        return Json.object()
                .put("id", bookmark.id())
                .put("title", bookmark.title())
                .put("link", bookmark.link())
                .put("emoji", bookmark.emoji());
    }

    private ObjectNode message(Channel channel, Message message) {
        var json = Json.object()
                .put("ts", message.ts())
                .put("user", workspace.people().nameOf(message.user()))
                .put("text", message.text())
                .put("permalink", shape.permalink(channel, message));
        message.subtype().ifPresent(it -> json.put("subtype", it));
        message.username()
                .ifPresent(it -> json.put("user", it).put("username", it).put("bot_id", message.user()));
        message.threadTs().ifPresent(it -> json.put("thread_ts", it));
        message.blocks().ifPresent(it -> json.set("blocks", it));
        message.attachments().ifPresent(it -> json.set("attachments", it));
        message.metadata().ifPresent(it -> json.set("metadata", it));
        message.edited().ifPresent(it -> json.put("edited", it.ts()));
        message.ephemeralTo()
                .ifPresent(it -> json.put("ephemeral_to", workspace.people().nameOf(it)));
        json.set("mentions", Json.array(workspace.people().namesOf(message.mentions())));
        json.set("reactions", reactions(message));
        json.set(
                "files",
                Json.arrayOf(message.files().stream()
                        .flatMap(it -> workspace.files().find(it).stream())
                        .map(files::of)));
        return json;
    }

    private ObjectNode reactions(Message message) {
        var json = Json.object();
        message.reactions()
                .forEach((name, people) ->
                        json.set(name, Json.array(workspace.people().namesOf(people))));
        return json;
    }
}
