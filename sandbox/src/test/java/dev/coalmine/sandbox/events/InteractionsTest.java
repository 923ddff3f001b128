package dev.coalmine.sandbox.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.SlackConfig;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.util.json.GsonFactory;
import dev.coalmine.sandbox.Raw;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.SlackKeys;
import dev.coalmine.sandbox.SocketApp;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands, buttons, forms: what the app is told, and what the person is shown. */
class InteractionsTest {

    private static final String FORM = """
        {"type": "modal", "callback_id": "declare", "notify_on_close": true,
         "title": {"type": "plain_text", "text": "Declare"}, "submit": {"type": "plain_text", "text": "Go"},
         "blocks": [
           {"type": "input", "block_id": "title", "label": {"type": "plain_text", "text": "Title"},
            "element": {"type": "plain_text_input", "action_id": "text"}},
           {"type": "input", "block_id": "severity", "optional": true, "label": {"type": "plain_text", "text": "Severity"},
            "element": {"type": "static_select", "action_id": "pick", "options": [
              {"text": {"type": "plain_text", "text": "SEV-1"}, "value": "sev1"}]}},
           {"type": "input", "block_id": "people", "optional": true, "label": {"type": "plain_text", "text": "People"},
            "element": {"type": "multi_users_select", "action_id": "who"}}]}
        """;
    private static final String BUTTON = """
        [{"type": "actions", "block_id": "card", "elements": [
          {"type": "button", "action_id": "resolve", "value": "42", "text": {"type": "plain_text", "text": "Resolve"}}]}]
        """;

    private Sandbox sandbox;
    private SocketApp app;
    private Raw slack;
    private Actor alice;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.forTest().withPatience(Duration.ofMillis(300)));
        app = new SocketApp(sandbox);
        slack = new Raw(sandbox);
        alice = sandbox.as("alice");
    }

    @AfterEach
    void stop() {
        app.close();
        sandbox.close();
    }

    private static JsonNode text(String words) {
        return Json.object().put("text", words);
    }

    @Test
    void aCommandIsAnsweredToTheOneWhoAsked() {
        app.answers(it -> text("nothing is broken"));
        var reply = alice.types("general", "/incident tell @bob in #launches & go");
        assertThat(reply.text()).isEqualTo("nothing is broken");
        assertThat(reply.ephemeral()).isTrue();
        assertThat(sandbox.script().channel("general").message("nothing").onlyFor())
                .contains("alice");
        var payload = app.payloads("slash_commands").getFirst();
        assertThat(SlackKeys.unknown("SlashCommandPayload", Json.write(payload)))
                .isEmpty();
        assertThat(Json.text(payload, "text")).isEqualTo("tell <@U0BOB00000|bob> in <#C0LAUNCHES|launches> &amp; go");
        assertThat(slack.call("conversations.history", "channel", "C0GENERAL0").path("messages"))
                .isEmpty();
    }

    @Test
    void anAnswerMayBeForEverybody() {
        app.answers(it -> Json.object().put("response_type", "in_channel").put("text", "hear, hear"));
        assertThat(alice.types("general", "/incident shout").ephemeral()).isFalse();
        assertThat(slack.call("conversations.history", "channel", "C0GENERAL0").path("messages"))
                .hasSize(1);
    }

    @Test
    void silenceIsShownAsATimeout() {
        app.answers(it -> null);
        assertThat(alice.types("general", "/incident help").text()).contains("operation_timeout");
    }

    @Test
    void commandsDoNotWorkInThreads() {
        var refused = sandbox.script()
                .ask(
                        "command",
                        Json.object()
                                .put("as", "alice")
                                .put("in", "general")
                                .put("text", "/x")
                                .put("thread", "1.1"));
        assertThat(Json.text(refused, "error")).contains("not supported in threads");
    }

    @Test
    void aResponseUrlWorksFiveTimes() {
        alice.types("general", "/incident status");
        var url = Json.text(app.payloads("slash_commands").getFirst(), "response_url");
        assertThat(Raw.post(url, "{\"text\": \"working\"}").statusCode()).isEqualTo(200);
        Raw.post(url, "{\"text\": \"done\", \"replace_original\": true}");
        assertThat(sandbox.script().channel("general").messages())
                .singleElement()
                .satisfies(it -> assertThat(it.text()).isEqualTo("done"));
        Raw.post(url, "{\"delete_original\": true}");
        assertThat(sandbox.script().channel("general").messages()).isEmpty();
        Raw.post(url, "{\"text\": \"loud\", \"response_type\": \"in_channel\"}");
        assertThat(Raw.post(url, "{}").statusCode()).isEqualTo(400);
        assertThat(Raw.post(url, "{\"text\": \"once too often\"}").statusCode()).isEqualTo(404);
    }

    private JsonNode open(JsonNode payload) {
        return slack.call("views.open", "trigger_id", Json.text(payload, "trigger_id"), "view", FORM);
    }

    @Test
    void aTriggerOpensOneFormOnce() {
        app.answers(it -> {
            open(it.path("payload"));
            return Json.object();
        });
        var reply = alice.types("general", "/incident declare");
        assertThat(reply.view().orElseThrow().path("callback_id").asString("")).isEqualTo("declare");
        var again = open(app.payloads("slash_commands").getFirst());
        assertThat(Json.text(again, "error")).isEqualTo("exchanged_trigger_id");
    }

    private String form() {
        app.answers(it -> {
            open(it.path("payload"));
            return Json.object();
        });
        return alice.types("general", "/incident declare").viewId();
    }

    @Test
    void aFormIsFilledAndSubmitted() {
        var view = form();
        app.answers(it -> Json.object());
        var reply = alice.submits(view, Map.of("text", "Down", "severity", "SEV-1", "who", List.of("bob", "carol")));
        assertThat(reply.errors()).isEmpty();
        var payload = app.payloads("interactive").getFirst();
        var values = payload.path("view").path("state").path("values");
        assertThat(Json.text(values.path("title").path("text"), "value")).isEqualTo("Down");
        assertThat(Json.text(values.path("severity").path("pick").path("selected_option"), "value"))
                .isEqualTo("sev1");
        assertThat(values.path("people").path("who").path("selected_users").toString())
                .isEqualTo("[\"U0BOB00000\",\"U0CAROL000\"]");
        assertThat(sandbox.script().state().path("views")).isEmpty();
    }

    @Test
    void slackItselfAsksForWhatIsRequired() {
        var view = form();
        assertThat(alice.submits(view, Map.of()).errors().path("title").asString(""))
                .contains("required");
        assertThat(app.payloads("interactive")).isEmpty();
    }

    @Test
    void theAppMayRefuseUpdateAndClear() {
        var view = form();
        app.answers(it -> Json.parse("{\"response_action\": \"errors\", \"errors\": {\"title\": \"too vague\"}}"));
        assertThat(alice.submits(view, Map.of("text", "Down"))
                        .errors()
                        .path("title")
                        .asString(""))
                .isEqualTo("too vague");
        app.answers(it -> Json.object().put("response_action", "update").set("view", Json.parse(FORM)));
        assertThat(alice.submits(view, Map.of("text", "Down")).viewId()).isEqualTo(view);
        app.answers(it -> Json.object().put("response_action", "push").set("view", Json.parse(FORM)));
        assertThat(alice.submits(view, Map.of("text", "Down")).viewId()).isNotEqualTo(view);
        assertThat(sandbox.script().state().path("views")).hasSize(2);
        app.answers(it -> Json.object().put("response_action", "clear"));
        alice.submits(view, Map.of("text", "Down"));
        assertThat(sandbox.script().state().path("views")).isEmpty();
    }

    @Test
    void aRedrawnHomeTabIsShownToTheOneWhoClicked() {
        slack.call(
                "views.publish", "user_id", "U0ALICE000", "view", "{\"type\": \"home\", \"blocks\": " + BUTTON + "}");
        app.answers(it -> {
            var blocks = "[{\"type\": \"header\", \"text\": {\"type\": \"plain_text\", \"text\": \"Done\"}}]";
            slack.call(
                    "views.publish",
                    "user_id",
                    "U0ALICE000",
                    "view",
                    "{\"type\": \"home\", \"blocks\": " + blocks + "}");
            return Json.object();
        });
        assertThat(alice.clicksAtHome("Resolve").view().orElseThrow().toString())
                .contains("Done");
        var payload = app.payloads("interactive").getFirst();
        assertThat(Json.text(payload.path("container"), "type")).isEqualTo("view");
        assertThat(Json.text(payload.path("view"), "type")).isEqualTo("home");
    }

    @Test
    void closingIsToldWhenAskedFor() {
        alice.closes(form());
        var payload = app.payloads("interactive").getFirst();
        assertThat(SlackKeys.unknown("ViewClosedPayload", Json.write(withoutBlocks(payload))))
                .isEmpty();
    }

    /** The samples were written without them. */
    private static JsonNode withoutBlocks(JsonNode payload) {
        ((ObjectNode) payload.path("view")).remove("blocks");
        return payload;
    }

    @Test
    void aButtonIsPressedByItsText() {
        var ts = Json.text(
                slack.call("chat.postMessage", "channel", "C0GENERAL0", "text", "card", "blocks", BUTTON), "ts");
        alice.clicks("general", ts, "Resolve");
        var payload = app.payloads("interactive").getFirst();
        var action = payload.path("actions").get(0);
        assertThat(Json.text(action, "action_id")).isEqualTo("resolve");
        assertThat(Json.text(action, "block_id")).isEqualTo("card");
        assertThat(Json.text(action, "value")).isEqualTo("42");
        Raw.post(Json.text(payload, "response_url"), "{\"text\": \"resolved\", \"replace_original\": true}");
        assertThat(sandbox.script().channel("general").message("resolved").ts()).isEqualTo(ts);
    }

    @Test
    void aButtonThatIsNotThereIsExplained() {
        var ts = Json.text(
                slack.call("chat.postMessage", "channel", "C0GENERAL0", "text", "card", "blocks", BUTTON), "ts");
        var body = Json.object()
                .put("as", "alice")
                .put("in", "general")
                .put("ts", ts)
                .put("action", "Reopen");
        assertThat(Json.text(sandbox.script().ask("click", body), "error")).contains("“Resolve” (resolve)");
    }

    @Test
    void shortcuts() {
        var ts = alice.says("general", "look at this");
        alice.opensShortcut("declare", "general", ts);
        alice.opensShortcut("declare");
        assertThat(app.payloads("interactive"))
                .extracting(it -> Json.text(it, "type"))
                .containsExactly("message_action", "shortcut");
        var message = app.payloads("interactive").getFirst();
        assertThat(Json.text(message.path("message"), "text")).isEqualTo("look at this");
    }

    @Test
    void slacksModelsReadThemAll() {
        var ts = Json.text(
                slack.call("chat.postMessage", "channel", "C0GENERAL0", "text", "card", "blocks", BUTTON), "ts");
        alice.clicks("general", ts, "Resolve");
        alice.opensShortcut("declare", "general", ts);
        alice.opensShortcut("declare");
        var view = form();
        app.answers(it -> Json.object());
        alice.submits(view, Map.of("text", "Down", "severity", "sev1"));
        var models = List.of(
                BlockActionPayload.class,
                MessageShortcutPayload.class,
                GlobalShortcutPayload.class,
                ViewSubmissionPayload.class);
        var strict = new SlackConfig();
        strict.setFailOnUnknownProperties(true);
        strict.setLibraryMaintainerMode(true);
        var gson = GsonFactory.createSnakeCase(strict);
        var heard = app.payloads("interactive");
        for (var i = 0; i < models.size(); i++) {
            assertThat(gson.<Object>fromJson(Json.write(heard.get(i)), (Class<?>) models.get(i)))
                    .isNotNull();
        }
    }

    @Test
    void nobodyThere() {
        app.close();
        Eventually.passes(() -> assertThat(sandbox.script().connected()).isFalse());
        assertThat(alice.types("general", "/incident help").text()).contains("dispatch_failed");
    }
}
