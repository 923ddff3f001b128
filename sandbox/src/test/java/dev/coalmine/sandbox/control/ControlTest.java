package dev.coalmine.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coalmine.sandbox.Raw;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ControlTest {

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.forTest());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String error(String wish, ObjectNode body) {
        var answer = sandbox.script().ask(wish, body);
        assertThat(answer.path("ok").asBoolean(true)).isFalse();
        return Json.text(answer, "error");
    }

    @Test
    void wrongUsageIsAnsweredWithRightUsage() {
        var hello = Json.object().put("as", "zoe").put("in", "general").put("text", "hi");
        assertThat(error("message", hello)).isEqualTo("There is no “zoe” here; there are alice, bob, carol, dan, erin");
        assertThat(error("message", hello.put("as", "alice").put("in", "nowhere")))
                .isEqualTo("alice sees no channel “nowhere”; they see general, incidents, launches");
        assertThat(error("massage", Json.object())).contains("command, delete, edit");
        assertThat(error("fault", Json.object().put("kind", "flood")))
                .contains("hang")
                .contains("drop_socket");
        assertThat(Raw.post(sandbox.url() + "/control/message", "{").statusCode())
                .isEqualTo(400);
        assertThat(Raw.post(sandbox.url() + "/control/message", "[\"" + "x".repeat(1_000_001) + "\"]")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void peopleTypeNamesAndSlackStoresIds() {
        sandbox.as("alice")
                .says("general", "@bob @channel @platform #launches <!here> a@b.c see https://x.y/?a=1&b=2.");
        var said = sandbox.script().channel("general").messages().getFirst();
        assertThat(said.text())
                .isEqualTo("<@U0BOB00000> <!channel> <!subteam^S0PLATFORM> <#C0LAUNCHES|launches> &lt;!here&gt; a@b.c"
                        + " see <https://x.y/?a=1&amp;b=2>.");
        assertThat(said.mentions()).containsExactly("bob", "!channel", "!platform");
    }

    @Test
    void directMessagesWithTheApp() {
        sandbox.as("alice").says("@coalmine", "psst");
        assertThat(sandbox.script().channel("@alice").message("psst").user()).isEqualTo("alice");
        assertThat(Raw.get(sandbox.url() + "/screen/state?as=alice").body()).contains("psst");
        assertThat(Raw.get(sandbox.url() + "/screen/state?as=bob").body()).doesNotContain("psst");
    }

    @Test
    void newPeopleChannelsAndNames() {
        sandbox.script().ask("person", Json.object().put("name", "frank").put("real_name", "Frank Fox"));
        sandbox.as("frank").creates("coffee");
        sandbox.as("frank").renames("coffee", "tea");
        sandbox.as("frank").invites("tea", "alice");
        sandbox.as("frank").archives("tea");
        var tea = sandbox.script().channel("tea");
        assertThat(tea.members()).containsExactly("frank", "alice");
        assertThat(tea.archived()).isTrue();
        assertThatThrownBy(() -> sandbox.as("frank").says("tea", "hot?")).hasMessageContaining("is_archived");
    }

    @Test
    void otherSitesAreKeptOut() {
        var there = HttpRequest.newBuilder(URI.create(sandbox.url() + "/control/state"))
                .header("Origin", "https://evil.example");
        assertThat(Raw.send(there).statusCode()).isEqualTo(403);
        var here = HttpRequest.newBuilder(URI.create(sandbox.url() + "/control/state"))
                .header("Origin", sandbox.url());
        assertThat(Raw.send(here).statusCode()).isEqualTo(200);
    }

    @Test
    void filesNeverRunAsPages() {
        var place = new Raw(sandbox).call("files.getUploadURLExternal", "filename", "x.html", "length", "8");
        Raw.post(Json.text(place, "upload_url"), "<script>");
        var file = Raw.get(sandbox.url() + "/files/" + Json.text(place, "file_id"));
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
    }

    @Test
    void aRestartChangesNothing(@TempDir Path folder) {
        var settings = SandboxSettings.forTest().withData(folder);
        try (var first = Sandbox.start(settings)) {
            first.as("alice").creates("inc-1");
            first.as("alice").says("inc-1", "remember me");
        }
        try (var second = Sandbox.start(settings)) {
            assertThat(second.script().channel("inc-1").message("remember me").user())
                    .isEqualTo("alice");
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() {
        assertThatThrownBy(() -> Sandbox.start(SandboxSettings.forTest().withPort(sandbox.port())))
                .hasMessageContaining("SANDBOX_PORT")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theStateStaysFastWithThousandsOfMessages() {
        var slack = new Raw(sandbox);
        for (var i = 0; i < 2000; i++) {
            slack.call("chat.postMessage", "channel", "C0GENERAL0", "text", "message " + i);
        }
        var began = System.nanoTime();
        assertThat(sandbox.script().channel("general").messages()).hasSize(2000);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(sandbox.script().calls(1995))
                .extracting(it -> it.method())
                .isEqualTo(List.of(
                        "chat.postMessage",
                        "chat.postMessage",
                        "chat.postMessage",
                        "chat.postMessage",
                        "chat.postMessage"));
    }
}
