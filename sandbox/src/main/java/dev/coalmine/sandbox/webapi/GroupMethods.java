package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Team;
import dev.coalmine.sandbox.workspace.UserGroup;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Groups of people that can be mentioned together. */
final class GroupMethods implements Family {

    private static final Scope READ = Scope.of("usergroups:read");

    private final Workspace workspace;

    GroupMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("usergroups.list", READ, Tier.TWO, this::list),
                new Method("usergroups.users.list", READ, Tier.TWO, this::users));
    }

    private ObjectNode list(Call call) {
        var answer = Json.object();
        answer.set(
                "usergroups",
                Json.arrayOf(workspace.people().groups().stream().map(it -> shape(it, call.flag("include_users")))));
        return answer;
    }

    private static ObjectNode shape(UserGroup group, boolean withUsers) {
        var json = Json.object()
                .put("id", group.id())
                .put("team_id", Team.ID)
                .put("is_usergroup", true)
                .put("is_subteam", true)
                .put("name", group.name())
                .put("description", "")
                .put("handle", group.handle())
                .put("is_external", false)
                .put("date_create", 0)
                .put("date_update", 0)
                .put("date_delete", 0)
                .put("auto_provision", false)
                .put("created_by", App.USER_ID)
                .put("updated_by", App.USER_ID)
                .put("user_count", group.users().size())
                .put("channel_count", 0);
        var prefs = json.putObject("prefs");
        prefs.putArray("channels");
        prefs.putArray("groups");
        if (withUsers) {
            json.set("users", Json.array(group.users()));
        }
        return json;
    }

    private ObjectNode users(Call call) {
        var group =
                workspace.people().group(call.required("usergroup")).orElseThrow(() -> new Refused("no_such_subteam"));
        var answer = Json.object();
        answer.set("users", Json.array(group.users()));
        return answer;
    }
}
