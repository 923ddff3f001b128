package dev.coalmine.sandbox.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.SlackConfig;
import com.slack.api.model.event.MessageBotEvent;
import com.slack.api.model.event.MessageChangedEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.util.json.GsonFactory;
import dev.coalmine.sandbox.Raw;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.SlackKeys;
import dev.coalmine.sandbox.SocketApp;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.Eventually;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the app hears when something happens. */
class EventsTest {

    private Sandbox sandbox;
    private SocketApp app;
    private Raw slack;
    private Actor alice;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.forTest());
        app = new SocketApp(sandbox);
        slack = new Raw(sandbox);
        alice = sandbox.as("alice");
    }

    @AfterEach
    void stop() {
        app.close();
        sandbox.close();
    }

    /** The first event of that type, judged by the keys of that sample. */
    private JsonNode event(String type, String subject) {
        return event(type, "", subject);
    }

    private JsonNode event(String type, String subtype, String subject) {
        Eventually.passes(() -> assertThat(found(type, subtype)).isNotEmpty());
        var payload = found(type, subtype).getFirst();
        assertThat(SlackKeys.unknown(subject, Json.write(payload)))
                .as(payload.toString())
                .isEmpty();
        return payload.path("event");
    }

    private List<JsonNode> found(String type, String subtype) {
        return app.events(type).stream()
                .filter(it -> Json.text(it.path("event"), "subtype").equals(subtype))
                .toList();
    }

    @Test
    void whatAnotherBotPosts() {
        var crane = sandbox.script().bot("auto-crane");
        var ts = crane.postsAttachments(
                "general",
                Json.parse("[{\"title\":\"h-17\",\"fields\":[{\"title\":\"Status\",\"value\":\"started\"}]}]"));
        crane.edits("general", ts, "auto-crane: failed h-17");

        var posted = event("message", "bot_message", "MessageBotPayload");
        assertThat(read(posted, MessageBotEvent.class).getUsername()).isEqualTo("auto-crane");
        assertThat(Json.text(posted, "bot_id")).startsWith("B0AUTOCRA");
        assertThat(posted.has("user")).isFalse();
        assertThat(Json.text(posted.path("attachments").get(0), "title")).isEqualTo("h-17");
        var changed = read(event("message", "message_changed", "MessageChangedPayload"), MessageChangedEvent.class);
        assertThat(changed.getMessage().getText()).isEqualTo("auto-crane: failed h-17");
        assertThat(changed.getMessage().getSubtype()).isEqualTo("bot_message");
    }

    @Test
    void aMessageThatMentionsTheAppComesTwice() {
        var ts = alice.says("general", "@coalmine help <please>");
        var message = event("message", "MessagePayload");
        assertThat(Json.text(message, "text")).isEqualTo("<@U0COALMINE> help &lt;please&gt;");
        assertThat(Json.text(message, "channel_type")).isEqualTo("channel");
        assertThat(Json.text(event("app_mention", "AppMentionPayload"), "ts")).isEqualTo(ts);
    }

    @Test
    void slacksModelReadsAMessage() {
        alice.says("general", "hi");
        assertThat(read(event("message", "MessagePayload"), MessageEvent.class).getText())
                .isEqualTo("hi");
    }

    /** As Slack's SDK reads it, which refuses what it does not know. */
    private static <T> T read(JsonNode event, Class<T> type) {
        var config = new SlackConfig();
        config.setFailOnUnknownProperties(true);
        config.setLibraryMaintainerMode(true);
        return GsonFactory.createSnakeCase(config).fromJson(Json.write(event), type);
    }

    @Test
    void theAppHearsItselfToo() {
        slack.call("chat.postMessage", "channel", "C0GENERAL0", "text", "me");
        assertThat(Json.text(event("message", "MessagePayload"), "bot_id")).isEqualTo("B0COALMINE");
    }

    @Test
    void editsAndDeletions() {
        var ts = alice.says("general", "dwon");
        alice.edits("general", ts, "down");
        var changed = event("message", "message_changed", "MessageChangedPayload");
        assertThat(Json.text(changed.path("message"), "text")).isEqualTo("down");
        assertThat(Json.text(changed.path("previous_message"), "text")).isEqualTo("dwon");
        alice.deletes("general", ts);
        assertThat(Json.text(event("message", "message_deleted", "MessageDeletedPayload"), "deleted_ts"))
                .isEqualTo(ts);
    }

    @Test
    void threads() {
        var ts = alice.says("general", "down");
        alice.repliesTo("general", ts, "why?");
        Eventually.passes(() -> assertThat(found("message", "")).hasSize(2));
        var reply = found("message", "").getLast();
        assertThat(SlackKeys.unknown("MessagePayload", Json.write(reply))).isEmpty();
        assertThat(Json.text(reply.path("event"), "thread_ts")).isEqualTo(ts);
        slack.call(
                "chat.postMessage", "channel", "C0GENERAL0", "text", "so", "thread_ts", ts, "reply_broadcast", "true");
        event("message", "thread_broadcast", "MessageThreadBroadcastPayload");
    }

    @Test
    void reactionsAndPins() {
        var ts = alice.says("general", "down");
        alice.reacts("general", ts, "pushpin");
        alice.takesBack("general", ts, "pushpin");
        alice.pins("general", ts);
        alice.unpins("general", ts);
        assertThat(Json.text(event("reaction_added", "ReactionAddedPayload"), "reaction"))
                .isEqualTo("pushpin");
        event("reaction_removed", "ReactionRemovedPayload");
        event("pin_added", "PinAddedPayload");
        event("pin_removed", "PinRemovedPayload");
    }

    @Test
    void comingAndGoing() {
        var id = Json.text(slack.call("conversations.create", "name", "inc-1").path("channel"), "id");
        slack.call("conversations.invite", "channel", id, "users", "U0ALICE000");
        Eventually.passes(() -> assertThat(app.events("member_joined_channel")).hasSize(2));
        var joined = app.events("member_joined_channel").getLast();
        assertThat(SlackKeys.unknown("MemberJoinedChannelPayload", Json.write(joined)))
                .isEmpty();
        assertThat(Json.text(joined.path("event"), "inviter")).isEqualTo("U0COALMINE");
        event("message", "channel_join", "MessageChannelJoinPayload");
        alice.leaves("inc-1");
        event("member_left_channel", "MemberLeftChannelPayload");
    }

    @Test
    void whatBecomesOfAChannel() {
        var id = Json.text(slack.call("conversations.create", "name", "inc-1").path("channel"), "id");
        slack.call("conversations.setTopic", "channel", id, "topic", "SEV-1");
        slack.call("conversations.rename", "channel", id, "name", "inc-1-down");
        slack.call("conversations.archive", "channel", id);
        slack.call("conversations.unarchive", "channel", id);
        event("channel_rename", "ChannelRenamePayload");
        event("channel_archive", "ChannelArchivePayload");
        event("channel_unarchive", "ChannelUnarchivePayload");
        alice.joins("inc-1-down");
        sandbox.script()
                .ask("channel", Json.object().put("as", "alice").put("in", id).put("remove", true));
        event("channel_deleted", "ChannelDeletedPayload");
    }

    @Test
    void homeAndPeople() {
        alice.opensHome();
        assertThat(Json.text(event("app_home_opened", "AppHomeOpenedPayload"), "tab"))
                .isEqualTo("home");
        sandbox.script().ask("person", Json.object().put("name", "frank"));
        Eventually.passes(() -> assertThat(app.events("team_join")).hasSize(1));
        sandbox.script().ask("person", Json.object().put("name", "frank").put("tz", "Asia/Tokyo"));
        assertThat(Json.text(event("user_change", "UserChangePayload").path("user"), "tz"))
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void onlyWhatTheManifestSubscribesTo() {
        sandbox.install("""
            {"display_information": {"name": "Coalmine"},
             "settings": {"event_subscriptions": {"bot_events": ["reaction_added"]}}}
            """);
        var ts = alice.says("general", "quiet");
        alice.reacts("general", ts, "eyes");
        event("reaction_added", "ReactionAddedPayload");
        assertThat(app.events("message")).isEmpty();
    }

    @Test
    void privateTalkIsNotOverheard() {
        alice.createsPrivate("secret");
        alice.says("secret", "psst");
        alice.says("general", "hello");
        event("message", "MessagePayload");
        assertThat(app.payloads("events_api").toString()).doesNotContain("psst");
    }
}
