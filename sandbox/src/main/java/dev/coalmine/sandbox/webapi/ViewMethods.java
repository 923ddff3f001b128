package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.blocks.BlockIds;
import dev.coalmine.sandbox.blocks.ViewRules;
import dev.coalmine.sandbox.events.Screens;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.OpenView;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Forms and the Home tab. */
final class ViewMethods implements Family {

    private final Workspace workspace;
    private final Screens screens;

    ViewMethods(Workspace workspace, Screens screens) {
        this.workspace = workspace;
        this.screens = screens;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("views.open", Scope.NONE, Tier.FOUR, this::open),
                new Method("views.push", Scope.NONE, Tier.FOUR, this::push),
                new Method("views.update", Scope.NONE, Tier.FOUR, this::update),
                new Method("views.publish", Scope.NONE, Tier.FOUR, this::publish));
    }

    private ObjectNode open(Call call) {
        var view = view(call, "modal");
        var trigger = trigger(call);
        var person = workspace.triggers().exchange(trigger);
        return shown(screens.opened(trigger, workspace.views().open(person, view)));
    }

    private ObjectNode push(Call call) {
        var view = view(call, "modal");
        var trigger = trigger(call);
        var person = workspace.triggers().exchange(trigger);
        return shown(screens.opened(trigger, workspace.views().push(person, view)));
    }

    private static String trigger(Call call) {
        return call.has("trigger_id") ? call.text("trigger_id") : call.required("interactivity_pointer");
    }

    private ObjectNode update(Call call) {
        var view = view(call, "modal");
        var old = named(call).orElseThrow(() -> new Refused("not_found"));
        return shown(workspace.views().update(old, view, call.text("hash")));
    }

    private Optional<OpenView> named(Call call) {
        return call.has("external_id")
                ? workspace.views().byExternalId(call.text("external_id"))
                : workspace.views().find(call.required("view_id"));
    }

    private ObjectNode publish(Call call) {
        var person = workspace.people().get(call.required("user_id"));
        var view = view(call, "home");
        var hash = call.text("hash");
        var now = workspace.views().home(person.id()).map(it -> Json.text(it, "hash"));
        if (!hash.isEmpty() && now.isPresent() && !now.get().equals(hash)) {
            throw new Refused("hash_conflict");
        }
        return shown(workspace.views().publish(person.id(), view));
    }

    private static ObjectNode shown(ObjectNode view) {
        var answer = Json.object();
        answer.set("view", view.deepCopy());
        return answer;
    }

    private static JsonNode view(Call call, String type) {
        var given = call.json("view");
        if (given == null) {
            throw Call.invalid("[ERROR] missing required field: view");
        }
        ViewRules.check(given, type);
        var view = (ObjectNode) given.deepCopy();
        view.set("blocks", BlockIds.filled(given.path("blocks")));
        return view;
    }
}
