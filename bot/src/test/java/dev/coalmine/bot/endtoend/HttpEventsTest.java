package dev.coalmine.bot.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Without Socket Mode, Slack posts to one URL, and signs what it posts. */
class HttpEventsTest extends Conversation {

    private static final String PREVIOUS = "the-previous-secret";
    private static final String HELLO = "{\"type\":\"url_verification\",\"token\":\"t\",\"challenge\":\"hello\"}";

    private static final RunningBot BY_HTTP = start();

    HttpEventsTest() {
        super(BY_HTTP);
    }

    private static RunningBot start() {
        var port = RunningBot.freePort();
        var events = URI.create("http://localhost:%d/slack/events".formatted(port));
        var sandbox = Sandbox.start(SandboxSettings.forTest().withEventsUrl(events));
        return RunningBot.start(
                sandbox,
                RunningBot.h2(),
                Map.of(
                        "server.port",
                        String.valueOf(port),
                        "slack.app-token",
                        "",
                        "slack.previous-signing-secret",
                        PREVIOUS));
    }

    @AfterAll
    static void stop() {
        BY_HTTP.close();
    }

    @Test
    void everythingWorksAsBySocket() {
        var incident = declared("sev:2 service:checkout By HTTP");
        var form =
                alice.clicks(incident.name(), card(incident).ts(), "Mitigate").viewId();
        alice.submits(form, Map.of("line", "Rolled back"));
        eventuallyOnTheCard(incident, "*Stage*\nMitigated");
        var ts = bob.says(incident.name(), "Europe is well");
        bob.reacts(incident.name(), ts, "pushpin");
        eventuallyInTheTimeline(incident, "Europe is well");
        var asked = bob.says(incident.name(), "@coalmine severity 4");
        incident.channel()
                .eventually(channel -> assertThat(channel.repliesTo(asked)).hasSize(1));
        carol.opensShortcut("add_to_timeline", incident.name(), asked);
        eventuallyInTheTimeline(incident, "severity 4");
    }

    @Test
    void whatSlackSignedIsTaken() {
        assertThat(posted(HELLO, now(), sandboxSecret()).body()).contains("hello");
        assertThat(posted(HELLO, now().minusSeconds(240), sandboxSecret()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void thePreviousSecretIsTakenWhileItIsChanged() {
        assertThat(posted(HELLO, now(), PREVIOUS).body()).contains("hello");
    }

    @Test
    void whatSlackDidNotSignIsRefused() {
        assertThat(posted(HELLO, now(), "somebody-elses-secret").statusCode()).isEqualTo(401);
        assertThat(coalmine.post("/slack/events", HELLO, Map.of()).statusCode()).isEqualTo(401);
        assertThat(coalmine.post(
                                "/slack/events",
                                HELLO + " ",
                                Map.of(
                                        "X-Slack-Request-Timestamp", seconds(now()),
                                        "X-Slack-Signature", signature(HELLO, now(), sandboxSecret())))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsTooOldOrFromTheFutureIsRefused() {
        assertThat(posted(HELLO, now().minus(Duration.ofMinutes(6)), sandboxSecret())
                        .statusCode())
                .isEqualTo(401);
        assertThat(posted(HELLO, now().plus(Duration.ofMinutes(6)), sandboxSecret())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsTooLargeIsRefused() {
        assertThat(posted("x".repeat(2_000_001), now(), sandboxSecret()).statusCode())
                .isEqualTo(413);
    }

    @Test
    void aCommandThatIsReplayedDeclaresOnce() {
        var body = "command=%2Fincident&text=" + URLEncoder.encode("declare sev:4 Replayed", UTF_8)
                + "&team_id=T0SANDBOX&channel_id=C0LAUNCHES&user_id=U0ALICE000&trigger_id=1.2.replayed"
                + "&response_url=http%3A%2F%2Flocalhost%2F&token=t&api_app_id=A0";

        assertThat(posted(body, now(), sandboxSecret()).body()).contains("Declared incident");
        assertThat(posted(body, now(), sandboxSecret()).body()).doesNotContain("Declared incident");

        assertThat(alice.types("general", "/incident list").text()).containsOnlyOnce("Replayed");
    }

    @Test
    void theSameEventUnderAnotherIdIsAnsweredOnce() {
        var incident = declared("Another id");
        var ts = alice.says(incident.name(), "Who is here?");
        var channel = incident.channel().id();

        for (var id : new String[] {"EvONE", "EvTWO", "EvONE"}) {
            assertThat(posted(mention(id, channel, ts), now(), sandboxSecret()).statusCode())
                    .isEqualTo(200);
        }

        alice.repliesTo(incident.name(), ts, "@coalmine note The last word");
        incident.channel().eventually(it -> assertThat(it.repliesTo(ts))
                .anyMatch(said -> said.user().equals("coalmine") && said.text().startsWith("Entry")));
        assertThat(incident.channel().repliesTo(ts).stream()
                        .filter(it -> it.text().contains("There are three lists.")))
                .hasSize(1);
    }

    private static String mention(String id, String channel, String ts) {
        var envelope = Json.object()
                .put("type", "event_callback")
                .put("token", "t")
                .put("team_id", "T0SANDBOX")
                .put("api_app_id", "A0")
                .put("event_id", id)
                .put("event_time", 1);
        envelope.putObject("event")
                .put("type", "app_mention")
                .put("channel", channel)
                .put("user", "U0ALICE000")
                .put("text", "<@U0COALMINE> list nonsense")
                .put("ts", ts)
                .put("event_ts", ts);
        return envelope.toString();
    }

    private HttpResponse<String> posted(String body, Instant at, String secret) {
        return coalmine.post(
                "/slack/events",
                body,
                Map.of(
                        "Content-Type",
                        body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded",
                        "X-Slack-Request-Timestamp",
                        seconds(at),
                        "X-Slack-Signature",
                        signature(body, at, secret)));
    }

    /** As Slack's own SDK makes it. */
    private static String signature(String body, Instant at, String secret) {
        return new SlackSignature.Generator(secret).generate(seconds(at), body);
    }

    private static String seconds(Instant at) {
        return String.valueOf(at.getEpochSecond());
    }

    private static Instant now() {
        return Instant.now();
    }

    private String sandboxSecret() {
        return coalmine.sandbox().signingSecret();
    }
}
