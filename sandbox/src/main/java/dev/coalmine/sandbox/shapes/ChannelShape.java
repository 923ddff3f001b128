package dev.coalmine.sandbox.shapes;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Channels;
import dev.coalmine.sandbox.workspace.Label;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Team;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A conversation as Slack writes it for the one who asks. */
public final class ChannelShape {

    private static final long MILLIS = 1000;

    private ChannelShape() {}

    public static ObjectNode of(Channel channel, Person asking) {
        return channel.direct() ? direct(channel, asking) : named(channel, asking);
    }

    private static ObjectNode direct(Channel channel, Person asking) {
        return common(channel).put("is_im", true).put("user", channel.other(asking.id()));
    }

    private static ObjectNode common(Channel channel) {
        return Json.object()
                .put("id", channel.id())
                .put("created", channel.created())
                .put("is_archived", channel.archived())
                .put("is_org_shared", false)
                .put("context_team_id", Team.ID)
                .put("updated", channel.created() * MILLIS);
    }

    private static ObjectNode named(Channel channel, Person asking) {
        var secret = channel.kind() == Channel.Kind.PRIVATE;
        var json = common(channel)
                .put("name", channel.name())
                .put("name_normalized", channel.name())
                // A private channel made today is a channel too: only is_private tells.
                .put("is_channel", true)
                .put("is_group", false)
                .put("is_im", false)
                .put("is_mpim", false)
                .put("is_private", secret)
                .put("is_general", channel.id().equals(Channels.GENERAL))
                .put("is_shared", false)
                .put("is_ext_shared", false)
                .put("is_pending_ext_shared", false)
                .put("is_member", channel.has(asking.id()))
                .put("unlinked", 0)
                .put("creator", channel.creator());
        json.putArray("pending_shared");
        json.putArray("pending_connected_team_ids");
        json.set("shared_team_ids", Json.array(List.of(Team.ID)));
        json.set("topic", label(channel.topic()));
        json.set("purpose", label(channel.purpose()));
        json.set("previous_names", Json.array(channel.previousNames()));
        return json;
    }

    private static ObjectNode label(Label label) {
        return Json.object()
                .put("value", label.value())
                .put("creator", label.creator())
                .put("last_set", label.lastSet());
    }
}
