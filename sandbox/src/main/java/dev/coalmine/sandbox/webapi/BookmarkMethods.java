package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Bookmark;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Ids;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Team;
import dev.coalmine.sandbox.workspace.Workspace;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The links at the top of a channel. Adding the same one twice gives two, as in Slack. */
final class BookmarkMethods implements Family {

    private static final Scope WRITE = Scope.of("bookmarks:write");
    private static final int AT_MOST = 100;

    private final Workspace workspace;

    BookmarkMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("bookmarks.add", WRITE, Tier.TWO, this::add),
                new Method("bookmarks.edit", WRITE, Tier.TWO, this::edit),
                new Method("bookmarks.remove", WRITE, Tier.TWO, this::remove),
                new Method("bookmarks.list", Scope.of("bookmarks:read"), Tier.TWO, this::list));
    }

    private ObjectNode add(Call call) {
        var channel = writable(call);
        if (!call.required("type").equals("link")) {
            throw new Refused("invalid_bookmark_type");
        }
        if (channel.bookmarks().size() >= AT_MOST) {
            throw new Refused("too_many_bookmarks");
        }
        var now = workspace.now();
        return keep(
                call,
                channel,
                new Bookmark(
                        Ids.fresh("Bk"),
                        call.required("title"),
                        link(call.required("link")),
                        emoji(call),
                        now,
                        now,
                        call.bot().id()));
    }

    private ObjectNode edit(Call call) {
        var channel = writable(call);
        var old = channel.bookmarks().stream()
                .filter(it -> it.id().equals(call.required("bookmark_id")))
                .findFirst()
                .orElseThrow(() -> new Refused("not_found"));
        var title = call.has("title") ? call.text("title") : old.title();
        var link = call.has("link") ? link(call.text("link")) : old.link();
        var emoji = call.has("emoji") ? emoji(call) : old.emoji();
        return keep(
                call,
                channel,
                new Bookmark(
                        old.id(),
                        title,
                        link,
                        emoji,
                        old.created(),
                        workspace.now(),
                        call.bot().id()));
    }

    private ObjectNode keep(Call call, Channel channel, Bookmark bookmark) {
        workspace.channels().bookmark(channel, bookmark);
        var answer = Json.object();
        answer.set("bookmark", shape(channel, bookmark));
        return answer;
    }

    private ObjectNode remove(Call call) {
        workspace.channels().removeBookmark(writable(call), call.required("bookmark_id"));
        return Json.object();
    }

    private ObjectNode list(Call call) {
        var channel = channel(call);
        var answer = Json.object();
        answer.set("bookmarks", Json.arrayOf(channel.bookmarks().stream().map(it -> shape(channel, it))));
        return answer;
    }

    private static ObjectNode shape(Channel channel, Bookmark bookmark) {
        return Json.object()
                .put("id", bookmark.id())
                .put("channel_id", channel.id())
                .put("title", bookmark.title())
                .put("link", bookmark.link())
                .put("emoji", bookmark.emoji())
                .putNull("icon_url")
                .putNull("entity_id")
                .put("type", "link")
                .put("date_created", bookmark.created())
                .put("date_updated", bookmark.updated())
                .put("rank", "U")
                .put("last_updated_by_user_id", bookmark.updatedBy())
                .put("last_updated_by_team_id", Team.ID)
                .putNull("shortcut_id")
                .putNull("app_id");
    }

    /** Here the argument is called {@code channel_id}. */
    private Channel channel(Call call) {
        var channel = workspace.channels().get(call.required("channel_id"), call.bot());
        channel.mustHave(call.bot().id());
        return channel;
    }

    private Channel writable(Call call) {
        var channel = channel(call);
        channel.mustBeOpen();
        return channel;
    }

    private static String link(String link) {
        try {
            var scheme = URI.create(link).getScheme();
            if (scheme != null && List.of("http", "https", "mailto").contains(scheme)) {
                return link;
            }
        } catch (IllegalArgumentException e) {
            throw new Refused("invalid_link");
        }
        throw new Refused("invalid_link");
    }

    private static String emoji(Call call) {
        return call.text("emoji");
    }
}
