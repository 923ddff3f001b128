package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.bot.slack.SlackState;
import dev.coalmine.sandbox.script.Call;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Said;
import dev.coalmine.sandbox.script.Script;
import dev.coalmine.storage.outbox.Dead;
import dev.coalmine.storage.outbox.Outbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slack is away for a while, or refuses; what was to be said meanwhile comes once, readable, or can be sent again. */
class SlackTroubleTest extends Conversation {

    private static final int FOR_EVER = 100_000;

    private final Script slack = coalmine.sandbox().script();
    private final Outbox outbox = coalmine.application().getBean(Outbox.class);
    private final SlackState state = coalmine.application().getBean(SlackState.class);

    @AfterEach
    void mend() {
        slack.clearFaults();
        Eventually.passes(() -> assertThat(state.downSince()).isEmpty());
    }

    @Test
    void whatHadToWaitForSlackComesAsOneMessageAfterWhatIsMoreImportant() {
        var incident = declared("Slack goes away");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsBy("http_503", "*", FOR_EVER);
        for (var i = 1; i <= 12; i++) {
            incident.hears(alice, "title Slack is away, step " + i);
        }
        Eventually.passes(() -> assertThat(state.why()).contains("Slack does not answer"));
        var declaredMeanwhile = alice.types("general", "/incident declare sev:1 Declared meanwhile");
        assertThat(declaredMeanwhile.text()).contains("incident");
        theyHaveWaitedForAMinute(incident);
        var before = lastCall();
        Eventually.passes(() -> assertThat(slack.calls(before)).isNotEmpty());
        assertThat(slack.calls(before)).extracting(Call::method).containsOnly("auth.test");

        slack.clearFaults();

        var digest = incident.channel().eventuallyShows("messages since");
        assertThat(digest.text()).contains("had to wait for Slack");
        var steps = incident.channel().messages().stream()
                .map(Said::text)
                .filter(it -> it.contains("Title is now"))
                .toList();
        // What was underway when Slack went away may come by itself, the rest in one.
        assertThat(steps).hasSizeLessThanOrEqualTo(2);
        assertThat(digest.text()).containsSubsequence("step 3”", "step 7”", "step 11”", "step 12”");
        channelOf(declaredMeanwhile).channel().eventuallyShows("Nobody commands this incident yet");
    }

    @Test
    void aTokenThatIsNotAcceptedForAWhileLosesNothing() {
        var incident = declared("Token revoked");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsWith("token_revoked", "chat.postMessage", 1);

        incident.hears(alice, "severity 1");

        incident.channel().eventuallyShows("Severity is now SEV-1");
        assertThat(deadOf(incident)).isEmpty();
    }

    @Test
    void whatWasGivenUpCanBeSentAgain() {
        var incident = declared("Given up");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsWith("restricted_action", "chat.postMessage", 1);
        incident.hears(alice, "severity 1");
        Eventually.passes(() -> assertThat(deadOf(incident)).hasSize(1));
        assertThat(deadOf(incident).getFirst().reason()).isEqualTo("restricted_action");

        assertThat(outbox.retry(deadOf(incident).getFirst().id())).isTrue();

        incident.channel().eventuallyShows("Severity is now SEV-1");
        assertThat(deadOf(incident)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"files.getUploadURLExternal", "files.completeUploadExternal"})
    void anExportOfWhichNobodyKnowsWhetherItArrivedIsThereOnce(String method) {
        var incident = declared("Exported with trouble in " + method);
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsBy("reset_after", method, 1);

        incident.hears(alice, "export json");
        incident.hears(alice, "severity 1");

        // The lane is in order, so the export is done with when this has come.
        incident.channel().eventuallyShows("Severity is now SEV-1");
        assertThat(incident.channel().messages().stream()
                        .filter(it -> !it.json().path("files").isEmpty()))
                .hasSize(1);
        assertThat(deadOf(incident)).isEmpty();
    }

    @Test
    void privateMessagesAreLookedForBeforeTheyAreSentAgain() {
        var incident = declared("Told in private");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsBy("reset_after", "chat.postMessage", 3);

        incident.hears(bob, "commander");
        incident.hears(bob, "severity 1");

        incident.channel().eventuallyShows("Severity is now SEV-1");
        Eventually.passes(() -> assertThat(waiting("person:")).isZero());
        assertThat(saidByCoalmine(incident.channel())).doesNotHaveDuplicates();
        assertThat(outbox.dead(100)).noneMatch(dead -> dead.kind().equals("Tell"));
        assertThat(told())
                .filteredOn(text -> text.contains("incident %d ".formatted(incident.number())))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void aDrawingThatShowsTheSameIsNotSent() {
        // Not an operator, whose Home tab also shows what other stories could not deliver.
        carol.opensHome();
        Eventually.passes(() -> assertThat(waiting("home:")).isZero());
        var before = lastCall();
        carol.opensHome();
        carol.opensHome();
        Eventually.passes(() -> assertThat(waiting("home:")).isZero());

        assertThat(callsSince(before, "views.publish")).isZero();
    }

    /** Rather than waiting in the test. */
    private void theyHaveWaitedForAMinute(Declared incident) {
        coalmine.application()
                .getBean(JdbcClient.class)
                .sql("update outbox set created = dateadd('second', -60, created) where pending = true and lane = ?")
                .param("incident:" + incident.number())
                .update();
    }

    private List<Dead> deadOf(Declared incident) {
        return outbox.dead(100).stream()
                .filter(dead ->
                        dead.incident().filter(n -> n == incident.number()).isPresent())
                .toList();
    }

    private long waiting(String lanes) {
        return coalmine.application()
                .getBean(JdbcClient.class)
                .sql("select count(*) from outbox where pending = true and lane like ?")
                .param(lanes + "%")
                .query(Long.class)
                .single();
    }

    /** What Coalmine told anybody in private; each names the incident, so no two are alike. */
    private List<String> told() {
        return slack.state().path("channels").values().stream()
                .filter(it -> it.path("id").asString("").startsWith("D"))
                .flatMap(it -> it.path("messages").values().stream())
                .map(it -> it.path("text").asString(""))
                .toList();
    }

    private long callsSince(long before, String method) {
        return slack.calls(before).stream()
                .filter(it -> it.method().equals(method))
                .count();
    }

    private long lastCall() {
        return slack.calls(0).stream().mapToLong(Call::n).max().orElse(0);
    }
}
