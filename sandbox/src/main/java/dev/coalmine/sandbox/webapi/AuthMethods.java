package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Team;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Who am I, and where. */
final class AuthMethods implements Family {

    private final Workspace workspace;
    private final MessageShape shape;
    private final String url;

    AuthMethods(Workspace workspace, MessageShape shape, String url) {
        this.workspace = workspace;
        this.shape = shape;
        this.url = url;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("auth.test", Scope.NONE, Tier.FREE, this::test),
                new Method("bots.info", Scope.of("users:read"), Tier.THREE, this::bot),
                new Method("team.info", Scope.of("team:read"), Tier.THREE, this::team));
    }

    private ObjectNode test(Call call) {
        return Json.object()
                .put("url", url + "/")
                .put("team", Team.NAME)
                .put("user", call.bot().name())
                .put("team_id", Team.ID)
                .put("user_id", App.USER_ID)
                .put("bot_id", App.BOT_ID)
                .put("is_enterprise_install", false);
    }

    private ObjectNode bot(Call call) {
        if (!call.required("bot").equals(App.BOT_ID)) {
            throw new Refused("bot_not_found");
        }
        var answer = Json.object();
        answer.putObject("bot")
                .put("id", App.BOT_ID)
                .put("deleted", false)
                .put("name", workspace.app().displayName())
                .put("updated", call.bot().updated())
                .put("app_id", App.ID)
                .put("user_id", App.USER_ID)
                .set("icons", shape.icons());
        return answer;
    }

    private ObjectNode team(Call call) {
        var answer = Json.object();
        answer.putObject("team")
                .put("id", Team.ID)
                .put("name", Team.NAME)
                .put("domain", Team.DOMAIN)
                .put("email_domain", "example.com")
                .put("url", url + "/");
        return answer;
    }
}
