package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.shapes.MessageShape;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.OpenView;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Team;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Tells the app what a person did and waits for its answer, three seconds at most; never a second time. */
public final class Interactions {

    private static final Set<String> SHORTCUTS = Set.of("shortcut", "message_action");

    private final Workspace workspace;
    private final AppLine line;
    private final Screens screens;
    private final ResponseUrls urls;
    private final Outcomes outcomes;
    private final MessageShape shape;

    Interactions(
            Workspace workspace,
            AppLine line,
            Screens screens,
            ResponseUrls urls,
            Outcomes outcomes,
            MessageShape shape) {
        this.workspace = workspace;
        this.line = line;
        this.screens = screens;
        this.urls = urls;
        this.outcomes = outcomes;
        this.shape = shape;
    }

    /** A slash command; {@code text} is what follows it. */
    public ObjectNode command(Person person, Channel channel, String command, String text) {
        return tell(() -> {
            var trigger = workspace.triggers().issue(person);
            var screen = screens.start(trigger);
            var payload = Json.object()
                    .put("token", "sandbox")
                    .put("team_id", Team.ID)
                    .put("team_domain", Team.DOMAIN)
                    .put("channel_id", channel.id())
                    .put("channel_name", channel.direct() ? "directmessage" : channel.name())
                    .put("user_id", person.id())
                    .put("user_name", person.name())
                    .put("command", command)
                    .put("text", text)
                    .put("api_app_id", App.ID)
                    .put("is_enterprise_install", "false")
                    .put("response_url", urls.issue(channel, person, null, screen))
                    .put("trigger_id", trigger);
            return new Interaction(new Outgoing(Outgoing.Kind.COMMAND, payload), person, channel, screen);
        });
    }

    /** Somebody used an element of a message; {@code state} is what the message's fields hold. */
    public ObjectNode clickInMessage(
            Person person, Channel channel, Message message, ObjectNode action, ObjectNode state) {
        return interact("block_actions", person, channel, message, payload -> {
            var container = payload.putObject("container")
                    .put("type", "message")
                    .put("message_ts", message.ts())
                    .put("channel_id", channel.id())
                    .put("is_ephemeral", message.ephemeral());
            message.threadTs().ifPresent(it -> container.put("thread_ts", it));
            payload.putObject("state").set("values", state);
            payload.putArray("actions").add(action);
        });
    }

    /** Somebody used an element of a form or of the Home tab. */
    public ObjectNode clickInView(Person person, ObjectNode view, ObjectNode action) {
        return interact("block_actions", person, null, null, payload -> {
            payload.putObject("container").put("type", "view").put("view_id", Json.text(view, "id"));
            payload.set("view", view.deepCopy());
            payload.putArray("actions").add(action);
        });
    }

    /** Somebody filled a form. */
    public ObjectNode submit(OpenView view) {
        return tell(
                () -> {
                    var person = workspace.people().get(view.person());
                    return started("view_submission", person, null, null, payload -> {
                        payload.set("view", view.json().deepCopy());
                        payload.putArray("response_urls");
                    });
                },
                view);
    }

    /** Somebody closed a form whose app wants to know. */
    public ObjectNode closed(Person person, ObjectNode view, boolean all) {
        return tell(() -> {
            var payload = common("view_closed", person).put("is_cleared", all);
            payload.set("view", view.deepCopy());
            return new Interaction(new Outgoing(Outgoing.Kind.INTERACTION, payload), person, null, new Screen());
        });
    }

    public ObjectNode globalShortcut(Person person, String callback) {
        return interact("shortcut", person, null, null, payload -> payload.put("callback_id", callback)
                .put("action_ts", workspace.ts()));
    }

    public ObjectNode messageShortcut(Person person, Channel channel, Message message, String callback) {
        return interact("message_action", person, channel, message, payload -> payload.put("callback_id", callback)
                .put("message_ts", message.ts())
                .put("action_ts", workspace.ts()));
    }

    private ObjectNode interact(
            String type,
            Person person,
            @Nullable Channel channel,
            @Nullable Message message,
            Consumer<ObjectNode> details) {
        return tell(() -> started(type, person, channel, message, details));
    }

    private Interaction started(
            String type,
            Person person,
            @Nullable Channel channel,
            @Nullable Message message,
            Consumer<ObjectNode> details) {
        var trigger = workspace.triggers().issue(person);
        var screen = screens.start(trigger);
        var payload = common(type, person).put("trigger_id", trigger);
        if (channel != null) {
            payload.putObject("channel").put("id", channel.id()).put("name", nameOf(channel));
            payload.put("response_url", urls.issue(channel, person, message, screen));
        }
        if (message != null) {
            payload.set("message", shape.withMetadata(message));
        }
        details.accept(payload);
        return new Interaction(new Outgoing(Outgoing.Kind.INTERACTION, payload), person, channel, screen);
    }

    private static String nameOf(Channel channel) {
        return switch (channel.kind()) {
            case PUBLIC -> channel.name();
            case PRIVATE -> "privategroup";
            case DIRECT -> "directmessage";
        };
    }

    private static ObjectNode common(String type, Person person) {
        var payload = Json.object().put("type", type).put("token", "sandbox");
        payload.putObject("team").put("id", Team.ID).put("domain", Team.DOMAIN);
        var user = payload.putObject("user").put("id", person.id()).put("team_id", Team.ID);
        // The two shortcuts each lack one of the names, and do not say which app they are for.
        if (!type.equals("message_action")) {
            user.put("username", person.name());
        }
        if (!type.equals("shortcut")) {
            user.put("name", person.name());
        }
        if (!SHORTCUTS.contains(type)) {
            payload.put("api_app_id", App.ID);
        }
        return payload.putNull("enterprise").put("is_enterprise_install", false);
    }

    private ObjectNode tell(Supplier<Interaction> start) {
        return tell(start, null);
    }

    /** The workspace must not be locked while the app thinks: it will want to use it. */
    private ObjectNode tell(Supplier<Interaction> start, @Nullable OpenView submitted) {
        var interaction = workspace.locked(start);
        var began = System.nanoTime();
        var answer = line.send(interaction.what(), Attempt.FIRST).join();
        var millis = (System.nanoTime() - began) / 1_000_000;
        return workspace.locked(
                () -> outcomes.of(interaction, answer, submitted).put("acked_ms", millis));
    }

    /** For the page: whether there is anybody to tell. */
    public boolean connected() {
        return line.connected();
    }
}
