package dev.coalmine.sandbox.webapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.Message;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewTitle;
import com.slack.api.util.http.SlackHttpClient;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.SlackKeys;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every answer is read by Slack's own SDK, which refuses unknown properties, and its keys are compared with Slack's. */
class JudgedBySlackTest {

    private static final String ALICE = "U0ALICE000";
    private static final String BOB = "U0BOB00000";

    private final List<String> strangers = new CopyOnWriteArrayList<>();
    private Sandbox sandbox;
    private Slack slack;
    private MethodsClient client;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.forTest());
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
        config.setFailOnUnknownProperties(true);
        config.setLibraryMaintainerMode(true);
        config.setStatsEnabled(false);
        var http = new SlackHttpClient(
                new OkHttpClient.Builder().addInterceptor(this::judge).build());
        http.setConfig(config);
        slack = Slack.getInstance(config, http);
        client = slack.methods(sandbox.botToken());
    }

    @AfterEach
    void stop() throws Exception {
        slack.close();
        sandbox.close();
        assertThat(strangers).isEmpty();
    }

    private Response judge(Interceptor.Chain chain) throws IOException {
        var response = chain.proceed(chain.request());
        var path = chain.request().url().encodedPath();
        if (path.startsWith("/api/")) {
            var method = path.substring("/api/".length());
            var body = response.peekBody(1_000_000).string();
            SlackKeys.unknown(method, body).forEach(it -> strangers.add(method + " " + it));
        }
        return response;
    }

    private static <T extends SlackApiTextResponse> T ok(T response) {
        assertThat(response.isOk())
                .as("%s %s", response.getClass().getSimpleName(), response.getError())
                .isTrue();
        return response;
    }

    @Test
    void whoAndWhere() throws Exception {
        assertThat(ok(client.authTest(it -> it)).getBotId()).isEqualTo("B0COALMINE");
        assertThat(ok(client.botsInfo(it -> it.bot("B0COALMINE"))).getBot().getName())
                .isEqualTo("coalmine");
        assertThat(ok(client.teamInfo(it -> it)).getTeam().getDomain()).isEqualTo("sandbox");
        assertThat(ok(slack.methods(sandbox.appToken()).appsConnectionsOpen(it -> it))
                        .getUrl())
                .startsWith("ws://");
    }

    @Test
    void people() throws Exception {
        assertThat(ok(client.usersInfo(it -> it.user(ALICE))).getUser().getRealName())
                .isEqualTo("Alice Adams");
        assertThat(ok(client.usersList(it -> it.limit(3))).getMembers()).hasSize(3);
        assertThat(ok(client.usersLookupByEmail(it -> it.email("bob@example.com")))
                        .getUser()
                        .getId())
                .isEqualTo(BOB);
        assertThat(ok(client.usersConversations(it -> it.user(ALICE))).getChannels())
                .hasSize(3);
        assertThat(ok(client.usergroupsList(it -> it.includeUsers(true)))
                        .getUsergroups()
                        .getFirst()
                        .getUsers())
                .containsExactly(ALICE, BOB);
        assertThat(ok(client.usergroupsUsersList(it -> it.usergroup("S0PLATFORM")))
                        .getUsers())
                .hasSize(2);
    }

    @Test
    void theLifeOfAChannel() throws Exception {
        var id = ok(client.conversationsCreate(it -> it.name("inc-1")))
                .getChannel()
                .getId();
        assertThat(ok(client.conversationsInvite(it -> it.channel(id).users(List.of(ALICE, BOB))))
                        .getChannel()
                        .getName())
                .isEqualTo("inc-1");
        ok(client.conversationsSetTopic(it -> it.channel(id).topic("SEV-1")));
        ok(client.conversationsSetPurpose(it -> it.channel(id).purpose("fix it")));
        ok(client.conversationsRename(it -> it.channel(id).name("inc-1-down")));
        assertThat(ok(client.conversationsInfo(it -> it.channel(id).includeNumMembers(true)))
                        .getChannel()
                        .getNumOfMembers())
                .isEqualTo(3);
        assertThat(ok(client.conversationsMembers(it -> it.channel(id))).getMembers())
                .contains(ALICE, BOB);
        ok(client.conversationsKick(it -> it.channel(id).user(BOB)));
        assertThat(ok(client.conversationsList(it -> it.limit(10))).getChannels())
                .hasSize(4);
        ok(client.conversationsArchive(it -> it.channel(id)));
        ok(client.conversationsUnarchive(it -> it.channel(id)));
        ok(client.conversationsLeave(it -> it.channel(id)));
        ok(client.conversationsJoin(it -> it.channel(id)));
        ok(client.conversationsJoin(it -> it.channel(id)));
    }

    @Test
    void directMessages() throws Exception {
        var id = ok(client.conversationsOpen(it -> it.users(List.of(ALICE))))
                .getChannel()
                .getId();
        assertThat(ok(client.conversationsInfo(it -> it.channel(id)))
                        .getChannel()
                        .isIm())
                .isTrue();
        assertThat(ok(client.chatPostMessage(it -> it.channel(ALICE).text("psst")))
                        .getChannel())
                .isEqualTo(id);
    }

    @Test
    void theLifeOfAMessage() throws Exception {
        var blocks = Blocks.asBlocks(Blocks.section(it -> it.text(BlockCompositions.markdownText("*down*"))));
        var metadata = Message.Metadata.builder()
                .eventType("outbox")
                .eventPayload(Map.of("id", 7))
                .build();
        var posted = ok(client.chatPostMessage(
                it -> it.channel("C0GENERAL0").text("down").blocks(blocks).metadata(metadata)));
        var ts = posted.getTs();
        ok(client.chatPostMessage(it -> it.channel("C0GENERAL0").text("why?").threadTs(ts)));
        ok(client.chatPostMessage(
                it -> it.channel("C0GENERAL0").text("all!").threadTs(ts).replyBroadcast(true)));
        ok(client.chatUpdate(it -> it.channel("C0GENERAL0").ts(ts).text("up")));
        ok(client.reactionsAdd(it -> it.channel("C0GENERAL0").timestamp(ts).name("tada")));
        assertThat(ok(client.reactionsGet(it -> it.channel("C0GENERAL0").timestamp(ts)))
                        .getMessage()
                        .getReactions())
                .hasSize(1);
        assertThat(ok(client.chatGetPermalink(it -> it.channel("C0GENERAL0").messageTs(ts)))
                        .getPermalink())
                .contains("/archives/C0GENERAL0/p");
        ok(client.pinsAdd(it -> it.channel("C0GENERAL0").timestamp(ts)));
        assertThat(ok(client.pinsList(it -> it.channel("C0GENERAL0"))).getItems())
                .hasSize(1);
        var history =
                ok(client.conversationsHistory(it -> it.channel("C0GENERAL0").includeAllMetadata(true)));
        var last = history.getMessages().getLast();
        assertThat(last.getMetadata().getEventPayload()).containsKey("id");
        assertThat(last.getReplyCount()).isEqualTo(2);
        assertThat(ok(client.conversationsReplies(it -> it.channel("C0GENERAL0").ts(ts)))
                        .getMessages())
                .hasSize(3);
        ok(client.pinsRemove(it -> it.channel("C0GENERAL0").timestamp(ts)));
        ok(client.reactionsRemove(it -> it.channel("C0GENERAL0").timestamp(ts).name("tada")));
        ok(client.chatPostEphemeral(it -> it.channel("C0GENERAL0").user(ALICE).text("only you")));
        ok(client.chatDelete(it -> it.channel("C0GENERAL0").ts(ts)));
    }

    @Test
    void bookmarks() throws Exception {
        var id = ok(client.bookmarksAdd(it ->
                        it.channelId("C0GENERAL0").title("Runbook").type("link").link("https://example.com/r")))
                .getBookmark()
                .getId();
        ok(client.bookmarksEdit(it -> it.channelId("C0GENERAL0").bookmarkId(id).title("The runbook")));
        assertThat(ok(client.bookmarksList(it -> it.channelId("C0GENERAL0"))).getBookmarks())
                .hasSize(1);
        ok(client.bookmarksRemove(it -> it.channelId("C0GENERAL0").bookmarkId(id)));
    }

    @Test
    void files() throws Exception {
        var shared = ok(client.filesUploadV2(it -> it.channel("C0GENERAL0")
                .filename("timeline.md")
                .title("Timeline")
                .content("# What happened")
                .initialComment("the export")));
        var id = shared.getFile().getId();
        assertThat(ok(client.filesInfo(it -> it.file(id))).getContent()).isEqualTo("# What happened");
        var said = sandbox.script().channel("general").message("the export");
        assertThat(said.json().path("files").get(0).path("name").asString("")).isEqualTo("timeline.md");
    }

    @Test
    void theHomeTab() throws Exception {
        var view = View.builder()
                .type("home")
                .blocks(Blocks.asBlocks(Blocks.divider()))
                .build();
        assertThat(ok(client.viewsPublish(it -> it.userId(ALICE).view(view)))
                        .getView()
                        .getId())
                .startsWith("V");
        var untitled = View.builder()
                .type("modal")
                .title(ViewTitle.builder().type("plain_text").text("T").build());
        var wrong = client.viewsOpen(
                it -> it.triggerId("no").view(untitled.blocks(List.of()).build()));
        assertThat(wrong.getError()).isEqualTo("invalid_trigger_id");
    }
}
