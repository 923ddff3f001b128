package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.ChannelShape;
import dev.coalmine.sandbox.shapes.PersonShape;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Finding people. */
final class PeopleMethods implements Family {

    private static final Scope READ = Scope.of("users:read");

    private final Workspace workspace;

    PeopleMethods(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method("users.info", READ, Tier.FOUR, this::info),
                new Method("users.list", READ, Tier.TWO, this::list),
                new Method("users.lookupByEmail", Scope.of("users:read.email"), Tier.THREE, this::byEmail),
                new Method("users.conversations", Scope.READ, Tier.THREE, this::conversations));
    }

    private ObjectNode info(Call call) {
        return one(call.user());
    }

    private ObjectNode byEmail(Call call) {
        return one(
                workspace.people().withEmail(call.required("email")).orElseThrow(() -> new Refused("users_not_found")));
    }

    private ObjectNode one(Person person) {
        var answer = Json.object();
        answer.set("user", shape(person));
        return answer;
    }

    private ObjectNode shape(Person person) {
        return PersonShape.of(person, workspace.app().hasScope("users:read.email"));
    }

    private ObjectNode list(Call call) {
        var page = Page.of(List.copyOf(workspace.people().all()), call, 1000);
        var answer = Json.object().put("cache_ts", workspace.now());
        answer.set("members", Json.arrayOf(page.items().stream().map(this::shape)));
        return page.sign(answer);
    }

    private ObjectNode conversations(Call call) {
        var who = call.has("user") ? call.user() : call.bot();
        var wanted = ConversationTypes.of(call);
        var found = workspace
                .channels()
                .seenBy(call.bot())
                .filter(it -> it.has(who.id()) && wanted.test(it))
                .toList();
        var page = Page.of(found, call, 100);
        var answer = Json.object();
        answer.set(
                "channels", Json.arrayOf(page.items().stream().map(it -> withoutMembership(ChannelShape.of(it, who)))));
        return page.sign(answer);
    }

    /** Being a member is why it is in this list, so Slack does not say it again. */
    private static ObjectNode withoutMembership(ObjectNode channel) {
        channel.remove("is_member");
        return channel;
    }
}
