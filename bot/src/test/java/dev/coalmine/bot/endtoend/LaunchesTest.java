package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.OtherBot;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.KeptSignal;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other bots, people and programs tell of launches, and what the storm detector will hear of it. */
class LaunchesTest extends Conversation {

    private static final String LAUNCHES = "launches";

    private final SignalLog signals = coalmine.application().getBean(SignalLog.class);
    private final OtherBot crane = coalmine.sandbox().script().bot("auto-crane");
    private final String host = "h-%d.example.com".formatted(story);

    @Test
    void whatALauncherPostsIsASignal() {
        var ts = crane.posts(LAUNCHES, ":rocket: *auto-crane*: failed to launch `%s`: no such key".formatted(host));

        var signal = heardOf(host, 1).getFirst();
        assertThat(signal.kind()).isEqualTo(Kind.LAUNCH);
        assertThat(signal.source()).isEqualTo("auto-crane");
        assertThat(signal.automated()).isTrue();
        assertThat(signal.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(signal.text()).isEqualTo("no such key");
        assertThat(signal.origin()).isEqualTo("C0LAUNCHES");
        assertThat(signal.at().getEpochSecond()).isEqualTo(Long.parseLong(ts.substring(0, 10)));
        assertThat(signal.link()).endsWith("/archives/C0LAUNCHES/p" + ts.replace(".", ""));
    }

    @Test
    void whenStartedIsEditedIntoFailedThatIsNewsAndMendingAWordIsNot() {
        var ts = crane.posts(LAUNCHES, "auto-crane: started %s".formatted(host));
        // Slack promises no order of what happens at once.
        heardOf(host, 1);
        crane.edits(LAUNCHES, ts, "auto-crane: started %s, really".formatted(host));
        crane.edits(LAUNCHES, ts, "auto-crane: failed %s: no key".formatted(host));
        heardOf(host, 2);
        crane.posts(LAUNCHES, "auto-crane: succeeded %s".formatted(host));

        assertThat(heardOf(host, 3))
                .extracting(HeardSignal::outcome)
                .containsExactly(Outcome.STARTED, Outcome.FAILED, Outcome.SUCCEEDED);
    }

    @Test
    void attachmentsAndBlocksAreReadToo() {
        var group = "asg-" + story;
        coalmine.sandbox()
                .script()
                .bot("aws")
                .postsAttachments(
                        LAUNCHES,
                        Json.parse("[{\"title\":\"%s - autoscaling:EC2_INSTANCE_LAUNCH_ERROR\",\"fallback\":\"x\"}]"
                                .formatted(group)));
        crane.postsBlocks(
                LAUNCHES,
                Json.parse("[{\"type\":\"section\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"launching *%s*\"}}]"
                        .formatted(host)));

        assertThat(heardOf(host, 1).getFirst().source()).isEqualTo("auto-crane");
        assertThat(from(group, 1).getFirst().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void peopleAreWitnesses() {
        alice.says(LAUNCHES, "launched %s by hand".formatted(host));
        assertThat(heardOf(host, 1).getFirst().automated()).isFalse();
    }

    @Test
    void elsewhereNothingIsHeard() {
        crane.posts("general", "auto-crane: failed elsewhere-%d".formatted(story));
        crane.posts(LAUNCHES, "auto-crane: failed %s".formatted(host));

        heardOf(host, 1);
        assertThat(all()).noneMatch(signal -> ("elsewhere-" + story).equals(signal.entity()));
    }

    @Test
    void whatIsSentByHttpIsASignalAndNoIncident() {
        var body = "{\"source\":\"crane-%d\",\"outcome\":\"failed\",\"entity\":\"%s\"}".formatted(story, host);
        assertThat(coalmine.post(
                                "/hooks/launches", body, Map.of("Authorization", "Bearer " + RunningBot.LAUNCHES_TOKEN))
                        .statusCode())
                .isEqualTo(202);

        assertThat(heardOf(host, 1).getFirst().source()).isEqualTo("crane-" + story);
        assertThat(alice.types("general", "/incident launches").text())
                .contains("*crane-%d* · started 0, succeeded 0, failed 1".formatted(story));
    }

    @Test
    void everyMemberOfAGroupOfAlertsIsASignal() {
        var service = "shop-" + story;
        Pager.to(coalmine).alertmanager("HighErrorRate", service).tells(Instant.now(), "m1", "m2", "-m3");

        assertThat(from(service, 3))
                .extracting(HeardSignal::entity, HeardSignal::outcome)
                .containsExactlyInAnyOrder(
                        tuple("m1", Outcome.FIRING), tuple("m2", Outcome.FIRING), tuple("m3", Outcome.RESOLVED));
    }

    @Test
    void somebodyWhoAsksIsToldHowAMessageIsReadAndNothingIsRecorded() {
        var ts = crane.posts("general", "auto-crane: failed %s: no key".formatted(host));
        var link = "https://acme.slack.com/archives/C0GENERAL0/p" + ts.replace(".", "");

        assertThat(carol.types("general", "/incident launches try " + link).text())
                .contains("in private");
        privately("carol").eventuallyShows("The rule *launcher* reads launches in it: 1");
        privately("carol").message("launcher “auto-crane” · of “%s”".formatted(host));
        assertThat(all()).noneMatch(signal -> host.equals(signal.entity()));
    }

    @Test
    void whyNothingIsReadIsSaid() {
        var ts = carol.says("general", "hello number %d".formatted(story));
        carol.types(
                "general", "/incident launches try https://x.slack.com/archives/C0GENERAL0/p" + ts.replace(".", ""));
        privately("carol").eventuallyShows(">hello number %d".formatted(story));
    }

    @Test
    void whatIsSaidInOtherChannelsIsNotToldToWhoeverAsks() {
        var ts = alice.says("general", "secret");
        assertThat(alice.types(
                                "incidents",
                                "/incident launches try https://x.slack.com/archives/C0GENERAL0/p"
                                        + ts.replace(".", ""))
                        .text())
                .contains("not watched");
        assertThat(alice.types("general", "/incident launches try this").text()).contains("Usage");
    }

    private ChannelView privately(String person) {
        return coalmine.sandbox().script().channel("@" + person);
    }

    private List<HeardSignal> heardOf(String entity, int many) {
        Eventually.passes(() -> assertThat(of(entity)).hasSize(many));
        return of(entity);
    }

    private List<HeardSignal> of(String entity) {
        return all().stream().filter(signal -> entity.equals(signal.entity())).toList();
    }

    private List<HeardSignal> from(String source, int many) {
        Eventually.passes(() -> assertThat(ofSource(source)).hasSize(many));
        return ofSource(source);
    }

    private List<HeardSignal> ofSource(String source) {
        return all().stream().filter(signal -> signal.source().equals(source)).toList();
    }

    private List<HeardSignal> all() {
        return signals.after(0, 10_000).stream().map(KeptSignal::signal).toList();
    }
}
