package dev.coalmine.sandbox.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Raw;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    private static final String GENERAL = "C0GENERAL0";

    private Sandbox sandbox;
    private Raw slack;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.forTest());
        slack = new Raw(sandbox);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void tokens() {
        assertThat(slack.send("auth.test", "").body()).contains("not_authed");
        assertThat(slack.send("auth.test", "xoxb-other").body()).contains("invalid_auth");
        assertThat(slack.send("apps.connections.open", sandbox.botToken()).body())
                .contains("not_allowed_token_type");
        assertThat(slack.outcome("chat.shout")).isEqualTo("unknown_method");
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid_name_required",
        "'with space', invalid_name_specials",
        "'dot.ted', invalid_name_specials",
        "'---', invalid_name_punctuation",
        "general, name_taken"
    })
    void namesOfChannels(String name, String error) {
        assertThat(slack.outcome("conversations.create", "name", name)).isEqualTo(error);
    }

    @Test
    void longNamesOfChannels() {
        assertThat(slack.outcome("conversations.create", "name", "a".repeat(80)))
                .isEqualTo("ok");
        assertThat(slack.outcome("conversations.create", "name", "a".repeat(81)))
                .isEqualTo("invalid_name_maxlength");
    }

    @Test
    void anArchivedChannelKeepsItsNameAndItsPeace() {
        var id = create("inc-1");
        assertThat(slack.outcome("conversations.archive", "channel", id)).isEqualTo("ok");
        assertThat(slack.outcome("conversations.archive", "channel", id)).isEqualTo("already_archived");
        assertThat(slack.outcome("conversations.create", "name", "inc-1")).isEqualTo("name_taken");
        assertThat(slack.outcome("chat.postMessage", "channel", id, "text", "x"))
                .isEqualTo("is_archived");
        assertThat(slack.outcome("conversations.setTopic", "channel", id, "topic", "x"))
                .isEqualTo("is_archived");
        assertThat(slack.outcome("conversations.invite", "channel", id, "users", "U0BOB00000"))
                .isEqualTo("is_archived");
    }

    private String create(String name) {
        return Json.text(slack.call("conversations.create", "name", name).path("channel"), "id");
    }

    @Test
    void membership() {
        var id = create("inc-1");
        assertThat(slack.outcome("conversations.invite", "channel", id, "users", "U0COALMINE"))
                .isEqualTo("cant_invite_self");
        assertThat(slack.outcome("conversations.invite", "channel", id, "users", "U0BOB00000,UNOBODY"))
                .isEqualTo("user_not_found");
        assertThat(sandbox.script().channel("inc-1").members()).containsExactly("coalmine");
        var forced = slack.call("conversations.invite", "channel", id, "users", "U0BOB00000,UNOBODY", "force", "true");
        assertThat(forced.path("errors").get(0).path("user").asString("")).isEqualTo("UNOBODY");
        assertThat(sandbox.script().channel("inc-1").members()).containsExactly("coalmine", "bob");
        assertThat(slack.outcome("conversations.invite", "channel", id, "users", "U0BOB00000"))
                .isEqualTo("already_in_channel");
        assertThat(slack.outcome("conversations.leave", "channel", id)).isEqualTo("ok");
        assertThat(slack.outcome("conversations.setTopic", "channel", id, "topic", "x"))
                .isEqualTo("not_in_channel");
        assertThat(slack.outcome("conversations.history", "channel", id)).isEqualTo("not_in_channel");
    }

    @Test
    void privateChannelsAreUnknownToOthers() {
        sandbox.as("alice").createsPrivate("secret");
        var id = sandbox.script().channel("secret").id();
        assertThat(slack.outcome("conversations.info", "channel", id)).isEqualTo("channel_not_found");
    }

    @Test
    void messages() {
        var ts = Json.text(slack.call("chat.postMessage", "channel", GENERAL, "text", "x"), "ts");
        assertThat(slack.outcome("chat.postMessage", "channel", GENERAL)).isEqualTo("no_text");
        assertThat(slack.outcome("chat.postMessage", "channel", "C0NOWHERE0", "text", "x"))
                .isEqualTo("channel_not_found");
        assertThat(slack.outcome("chat.update", "channel", GENERAL, "ts", ts, "text", "x".repeat(4001)))
                .isEqualTo("msg_too_long");
        assertThat(slack.outcome("chat.update", "channel", GENERAL, "ts", "1.000001", "text", "y"))
                .isEqualTo("message_not_found");
        var hers = sandbox.as("alice").says("general", "mine");
        assertThat(slack.outcome("chat.update", "channel", GENERAL, "ts", hers, "text", "y"))
                .isEqualTo("cant_update_message");
        assertThat(slack.outcome("pins.add", "channel", GENERAL, "timestamp", ts))
                .isEqualTo("ok");
        assertThat(slack.outcome("pins.add", "channel", GENERAL, "timestamp", ts))
                .isEqualTo("already_pinned");
        assertThat(slack.outcome("reactions.add", "channel", GENERAL, "timestamp", ts, "name", "eyes"))
                .isEqualTo("ok");
        assertThat(slack.outcome("reactions.add", "channel", GENERAL, "timestamp", ts, "name", "eyes"))
                .isEqualTo("already_reacted");
        assertThat(slack.outcome("conversations.setTopic", "channel", GENERAL, "topic", "x".repeat(251)))
                .isEqualTo("too_long");
        assertThat(slack.outcome("users.lookupByEmail", "email", "no@example.com"))
                .isEqualTo("users_not_found");
        assertThat(slack.outcome("users.info", "user", "UNOBODY")).isEqualTo("user_not_found");
    }

    @Test
    void aVeryLongMessageIsCut() {
        var said = slack.call("chat.postMessage", "channel", GENERAL, "text", "x".repeat(40_001));
        assertThat(Json.text(said.path("message"), "text")).hasSize(40_000);
    }

    @Test
    void jsonBodiesAreReadToo() {
        var request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + "chat.postMessage"))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Authorization", "Bearer " + sandbox.botToken());
        var body = """
            {"channel": "C0GENERAL0", "text": "hi", "blocks": [{"type": "divider"}], "unfurl_links": false}
            """;
        var good = Raw.send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(good.body()).contains("\"ok\":true");
        assertThat(good.headers().firstValue("Date")).isPresent();
        var bad = Raw.send(request.POST(HttpRequest.BodyPublishers.ofString("{")));
        assertThat(bad.body()).contains("invalid_json");
    }

    @Test
    void historyGoesByTimeAndInPages() {
        var first = sandbox.as("alice").says("general", "one");
        sandbox.as("alice").says("general", "two");
        var last = sandbox.as("alice").says("general", "three");
        assertThat(texts("oldest", first)).containsExactly("three", "two");
        assertThat(texts("oldest", first, "inclusive", "true")).containsExactly("three", "two", "one");
        assertThat(texts("latest", last, "limit", "1")).containsExactly("two");
        var page = slack.call("conversations.history", "channel", GENERAL, "limit", "2");
        var cursor = Json.text(page.path("response_metadata"), "next_cursor");
        assertThat(page.path("has_more").asBoolean(false)).isTrue();
        assertThat(texts("cursor", cursor, "limit", "2")).containsExactly("one");
    }

    private List<String> texts(String... arguments) {
        var all = new ArrayList<>(List.of("channel", GENERAL));
        all.addAll(List.of(arguments));
        return slack.call("conversations.history", all.toArray(String[]::new)).path("messages").values().stream()
                .map(it -> Json.text(it, "text"))
                .toList();
    }

    @Test
    void theManifestSaysWhatIsAllowed() {
        sandbox.install("""
            {"display_information": {"name": "Coalmine"},
             "oauth_config": {"scopes": {"bot": ["chat:write", "channels:read"]}}}
            """);
        assertThat(slack.outcome("chat.postMessage", "channel", GENERAL, "text", "x"))
                .isEqualTo("ok");
        var refused = slack.call("pins.list", "channel", GENERAL);
        assertThat(Json.text(refused, "error")).isEqualTo("missing_scope");
        assertThat(Json.text(refused, "needed")).isEqualTo("pins:read");
        assertThat(Json.text(refused, "provided")).isEqualTo("chat:write,channels:read");
        assertThat(slack.outcome("conversations.create", "name", "x")).isEqualTo("missing_scope");
        assertThat(slack.send("auth.test", sandbox.botToken()).headers().firstValue("x-oauth-scopes"))
                .contains("chat:write,channels:read");
    }
}
