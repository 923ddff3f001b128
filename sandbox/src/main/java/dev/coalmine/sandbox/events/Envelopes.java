package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Ids;
import dev.coalmine.sandbox.workspace.Team;
import tools.jackson.databind.node.ObjectNode;

/** What is around every event. */
final class Envelopes {

    private Envelopes() {}

    /** With an id of its own, which stays the same when it is delivered again. */
    static ObjectNode around(ObjectNode event, long now) {
        var envelope = Json.object()
                // The old way to tell that it is Slack who calls; apps check the signature instead.
                .put("token", "sandbox")
                .put("team_id", Team.ID)
                .put("api_app_id", App.ID)
                .put("type", "event_callback")
                .put("event_id", Ids.fresh("Ev"))
                .put("event_time", now)
                .put("is_ext_shared_channel", false)
                .put("event_context", "4-" + Ids.secret());
        envelope.set("event", event);
        envelope.putArray("authorizations")
                .addObject()
                .putNull("enterprise_id")
                .put("team_id", Team.ID)
                .put("user_id", App.USER_ID)
                .put("is_bot", true)
                .put("is_enterprise_install", false);
        return envelope;
    }
}
