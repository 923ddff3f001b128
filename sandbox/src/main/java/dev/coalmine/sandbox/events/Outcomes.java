package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.blocks.BlockIds;
import dev.coalmine.sandbox.blocks.ViewRules;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Draft;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.OpenView;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person is shown once the app has answered, or has not. */
final class Outcomes {

    private final Workspace workspace;
    private final Responses responses;

    Outcomes(Workspace workspace, Responses responses) {
        this.workspace = workspace;
        this.responses = responses;
    }

    ObjectNode of(Interaction interaction, Answer answer, @Nullable OpenView submitted) {
        return switch (answer) {
            case Answer.Acked(var body) -> acked(interaction, body, submitted);
            case Answer.Failed(var status) -> failed(interaction, "dispatch_failed", "HTTP status " + status);
            case Answer.TimedOut() -> failed(interaction, "operation_timeout", "no answer within three seconds");
            case Answer.NotConnected() -> failed(interaction, "dispatch_failed", "the app is not connected");
        };
    }

    private ObjectNode acked(Interaction interaction, JsonNode body, @Nullable OpenView submitted) {
        var screen = interaction.screen();
        var reply = Json.object();
        if (submitted != null) {
            submitted(submitted, body, reply, screen);
        } else if (interaction.what().kind() == Outgoing.Kind.COMMAND) {
            var channel = Optional.ofNullable(interaction.channel()).orElseThrow();
            responses.atOnce(channel, interaction.person(), body).ifPresent(screen::shows);
        }
        screen.message().ifPresent(it -> describe(it, reply));
        screen.view().map(this::latest).or(() -> redrawn(interaction)).ifPresent(it -> reply.set("view", it));
        return reply;
    }

    /** The view in which they clicked, if the app has changed it since. */
    private Optional<JsonNode> redrawn(Interaction interaction) {
        var before = interaction.what().payload().path("view");
        var id = Json.text(before, "id");
        return workspace
                .views()
                .find(id)
                .map(OpenView::json)
                .or(() -> workspace.views().home(interaction.person().id()))
                .filter(it -> Json.text(it, "id").equals(id))
                .filter(it -> !Json.text(it, "hash").equals(Json.text(before, "hash")))
                .map(ObjectNode::deepCopy);
    }

    /** The form may have been changed again since it was opened. */
    private JsonNode latest(ObjectNode view) {
        return workspace
                .views()
                .find(Json.text(view, "id"))
                .map(OpenView::json)
                .orElse(view)
                .deepCopy();
    }

    private static void describe(Message message, ObjectNode reply) {
        reply.put("response_type", message.ephemeral() ? "ephemeral" : "in_channel")
                .put("text", message.text())
                .put("ts", message.ts());
        message.blocks().ifPresent(it -> reply.set("blocks", it));
    }

    private void submitted(OpenView view, JsonNode body, ObjectNode reply, Screen screen) {
        switch (Json.text(body, "response_action")) {
            case "errors" -> reply.set("errors", errors(view, body.path("errors")));
            case "update" -> screen.shows(workspace.views().update(view, checked(body), ""));
            case "push" -> screen.shows(workspace.views().push(view.person(), checked(body)));
            case "clear" -> workspace.views().close(view.person(), true);
            case "" -> closeUnlessReplaced(view);
            case String other -> throw new Refused("The app answered with the unknown response_action " + other);
        }
    }

    /** While it thought, the app may have opened another form over this one. */
    private void closeUnlessReplaced(OpenView view) {
        var top = workspace.views().top(view.person());
        if (top.isPresent() && top.get().id().equals(view.id())) {
            workspace.views().close(view.person(), false);
        }
    }

    private static JsonNode errors(OpenView view, JsonNode errors) {
        var inputs = view.json().path("blocks").values().stream()
                .filter(it -> Json.text(it, "type").equals("input"))
                .map(it -> Json.text(it, "block_id"))
                .toList();
        var misplaced = errors.propertyNames().stream()
                .filter(it -> !inputs.contains(it))
                .toList();
        if (errors.isEmpty() || !misplaced.isEmpty()) {
            throw new Refused("The app answered with errors for what is no input of the form: " + misplaced);
        }
        return errors;
    }

    private static JsonNode checked(JsonNode body) {
        ViewRules.check(body.path("view"), "modal");
        var view = (ObjectNode) body.path("view").deepCopy();
        view.set("blocks", BlockIds.filled(view.path("blocks")));
        return view;
    }

    /** Slack tells the person, in its own name, and the app learns nothing of it. */
    private ObjectNode failed(Interaction interaction, String error, String why) {
        var words = interaction.what().kind() == Outgoing.Kind.COMMAND
                ? "%s failed with the error \"%s\""
                        .formatted(Json.text(interaction.what().payload(), "command"), error)
                : "The app did not answer: " + error;
        Optional.ofNullable(interaction.channel()).ifPresent(it -> tell(it, interaction, words));
        return Json.object()
                .put("response_type", "ephemeral")
                .put("text", words)
                .put("failure", error)
                .put("why", why);
    }

    private void tell(Channel channel, Interaction interaction, String words) {
        var slackbot = Draft.of(words).as("slackbot_response");
        workspace.messages().whisper(channel, workspace.bot(), interaction.person(), slackbot);
    }
}
