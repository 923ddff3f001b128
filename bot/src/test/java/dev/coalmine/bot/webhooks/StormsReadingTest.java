package dev.coalmine.bot.webhooks;

import static dev.coalmine.bot.webhooks.SignedBySns.notification;
import static dev.coalmine.bot.webhooks.SignedBySns.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.coalmine.commands.launches.AlertSignals;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import dev.coalmine.storage.signals.KeptSignal;
import dev.coalmine.storage.signals.SignalLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.TransientDataAccessResourceException;

/** What the storm detector hears of what comes in at the door. */
@Timeout(60)
class StormsReadingTest {

    private static ConfigurableApplicationContext application;
    private static Door door;
    private static AlertLog log;
    private static SignalLog signals;
    private static RememberingIntake intake;

    private long before;

    @BeforeAll
    static void open() {
        application = HookApplication.start("storms");
        door = Door.of(application);
        log = application.getBean(AlertLog.class);
        signals = application.getBean(SignalLog.class);
        intake = application.getBean(RememberingIntake.class);
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @BeforeEach
    void remember() throws InterruptedException {
        allIsRead();
        before = signals.end();
    }

    @AfterEach
    void mend() {
        intake.before(alert -> {});
    }

    @Test
    void anAlertIsHeardEvenWhileTheIntakeCannotGoOn() throws InterruptedException {
        intake.before(alert -> {
            throw new TransientDataAccessResourceException("stuck");
        });
        door.generic("{\"key\":\"disk-1\",\"title\":\"Disk full\",\"service\":\"backup\"}");

        var heard = heard().getFirst();
        assertThat(heard.source()).isEqualTo("backup");
        assertThat(heard.entity()).isEqualTo("disk-1");
        assertThat(heard.outcome()).isEqualTo(Outcome.FIRING);
        assertThat(log.backlog(Intake.READER).rows()).isEqualTo(1);
    }

    @Test
    void launchesAreHeardAndAreNoAlerts() throws InterruptedException {
        intake.all();
        var answer = launches("[{\"source\":\"a\",\"outcome\":\"failed\"},{\"source\":\"b\",\"outcome\":\"started\"}]");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(heard()).extracting(HeardSignal::source).containsExactly("a", "b");
        assertThat(intake.all()).isEmpty();
    }

    @Test
    void theSameLaunchAgainIsHeardOnce() throws InterruptedException {
        var launch = "{\"id\":\"l-1\",\"source\":\"a\",\"outcome\":\"failed\"}";
        launches(launch + "\n" + launch);
        launches(launch);
        assertThat(heard()).hasSize(1);
    }

    @Test
    void aLaunchThatIsWrongIsRefusedInWords() {
        var answer = launches("{\"source\":\"a\",\"outcome\":\"exploded\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("“outcome” must be started, succeeded or failed");
    }

    @Test
    void snsIsBelievedBySignatureAndTheSameMessageCountsOnce() throws InterruptedException {
        var body = signed(notification("""
            {"Event": "autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "AutoScalingGroupName": "web", "StatusMessage": "no room"}\
            """));

        assertThat(sns(body).statusCode()).isEqualTo(202);
        assertThat(sns(body).statusCode()).isEqualTo(202);

        assertThat(heard()).extracting(HeardSignal::source, HeardSignal::text).containsExactly(tuple("web", "no room"));
    }

    @Test
    void snsIsToldToShowItsPasswordOrToComeAgain() {
        var answer = sns(notification("x").toString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(sns(signed(notification("x").put("SigningCertURL", "https://sns.eu-west-1.amazonaws.com/other.pem")))
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void whatFailsIsSetAsideByEachReaderForItself() throws InterruptedException {
        log.append("nobody", null, Instant.now(), "{}").join();
        door.generic("{\"key\":\"disk-2\",\"title\":\"Disk full\"}");

        assertThat(heard()).extracting(HeardSignal::entity).containsExactly("disk-2");
        assertThat(log.setAside(AlertSignals.READER, 10)).singleElement().satisfies(row -> assertThat(row.source())
                .isEqualTo("nobody"));
    }

    @Test
    void itIsMeasured() throws InterruptedException {
        launches("{\"source\":\"a\",\"outcome\":\"failed\"}");
        heard();
        var meters = application.getBean(MeterRegistry.class);
        // Counted after the commit, by which what was heard is known.
        Eventually.passes(() -> assertThat(meters.get("coalmine.signals")
                        .tag("source", "launches")
                        .counter()
                        .count())
                .isPositive());
        assertThat(meters.get("coalmine.signals.lag").gauge().value()).isZero();
    }

    private List<HeardSignal> heard() throws InterruptedException {
        allIsRead();
        return signals.after(before, 100).stream().map(KeptSignal::signal).toList();
    }

    private static void allIsRead() throws InterruptedException {
        while (log.backlog(AlertSignals.READER).rows() > 0) {
            Thread.sleep(20);
        }
    }

    private static HttpResponse<String> launches(String body) {
        return door.send(
                "launches", BodyPublishers.ofString(body), "Authorization", "Bearer " + HookApplication.LAUNCHES_TOKEN);
    }

    private static HttpResponse<String> sns(String body) {
        return door.send("sns", BodyPublishers.ofString(body), "x-amz-sns-message-type", "Notification");
    }
}
