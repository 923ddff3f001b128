package dev.coalmine.bot.webhooks;

import static dev.coalmine.bot.webhooks.HookApplication.ALERTMANAGER_TOKEN;
import static dev.coalmine.bot.webhooks.HookApplication.GENERIC_TOKEN;
import static dev.coalmine.bot.webhooks.HookApplication.OLD_PAGERDUTY_SECRET;
import static dev.coalmine.bot.webhooks.HookApplication.PAGERDUTY_SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.pages.Alert.Kind;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.LoggedAlert;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessResourceException;

/** The door as its senders meet it: over HTTP, with a real log behind it. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HooksTest {

    private static final String TRIGGERED =
            PagerDutyTest.event("incident.triggered", PagerDutyTest.incident("triggered"));
    private static final String DISK_FULL = "{\"key\":\"disk-1\",\"title\":\"Disk full\"}";

    private static ConfigurableApplicationContext application;
    private static Door door;
    private static AlertLog log;
    private static RememberingIntake intake;

    @BeforeAll
    static void open() {
        application = HookApplication.start("hooks");
        door = Door.of(application);
        log = application.getBean(AlertLog.class);
        intake = application.getBean(RememberingIntake.class);
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @BeforeEach
    void forgetWhatWasBefore() throws InterruptedException {
        awaitAllRead();
        intake.all();
    }

    @AfterEach
    void mend() {
        intake.before(alert -> {});
    }

    @Test
    void whatIsAuthenticIsKeptAndAnsweredAndTaken() {
        var answer = door.pagerduty(TRIGGERED);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"ok\":true}\n");
        assertThat(log.ends()).anySatisfy(end -> assertThat(log.after(end.number() - 1, 1))
                .extracting(LoggedAlert::delivery)
                .containsExactly("w-1"));
        assertThat(intake.next().title()).isEqualTo("Checkout is down");
    }

    @Test
    void whileASecretIsChangedEitherIsRight() {
        var both = "v1=%s, v2=ffff,%s".formatted("00".repeat(32), Door.sign(OLD_PAGERDUTY_SECRET, TRIGGERED));
        assertThat(door.pagerduty(TRIGGERED, both).statusCode()).isEqualTo(202);
        assertThat(door.pagerduty(TRIGGERED, upperCaseHex(Door.sign(PAGERDUTY_SECRET, TRIGGERED)))
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1=", "v1=zz", "", "v2=%s", "%s", "v1=%s0", " , ,v1"})
    void whatDoesNotProveItselfIsRefused(String form) {
        var before = log.size();
        var hex = Door.sign(PAGERDUTY_SECRET, TRIGGERED).substring(3);
        assertThat(door.pagerduty(TRIGGERED, form.formatted(hex)).statusCode()).isEqualTo(401);
        assertThat(door.pagerduty(TRIGGERED, Door.sign("another", TRIGGERED)).statusCode())
                .isEqualTo(401);
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void aTokenMayComeAsBearerOrAsPassword() {
        var basic = Base64.getEncoder().encodeToString(("me:" + ALERTMANAGER_TOKEN).getBytes(StandardCharsets.UTF_8));
        assertThat(alertmanager("Basic " + basic)).isEqualTo(202);
        assertThat(alertmanager("bearer  " + ALERTMANAGER_TOKEN)).isEqualTo(202);
        assertThat(alertmanager("Bearer " + GENERIC_TOKEN)).isEqualTo(401);
        assertThat(alertmanager("Bearer")).isEqualTo(401);
        assertThat(alertmanager("Basic ***")).isEqualTo(401);
        assertThat(alertmanager(ALERTMANAGER_TOKEN)).isEqualTo(401);
    }

    @Test
    void whatIsNeitherKnownNorJsonIsAcceptedFromThoseWhoCannotMendIt() {
        assertThat(door.pagerduty("not json").statusCode()).isEqualTo(202);
        assertThat(door.pagerduty("").statusCode()).isEqualTo(202);
        assertThat(door.pagerduty("{\"event\":{\"event_type\":\"incident.sung_about\"}}")
                        .statusCode())
                .isEqualTo(202);
        assertThat(door.alertmanager("\0\0").statusCode()).isEqualTo(202);
        assertThat(door.pagerduty(TRIGGERED).statusCode()).isEqualTo(202);
        assertThat(intake.next().kind()).isEqualTo(Kind.FIRING);
    }

    @Test
    void whoeverWroteGenericJsonIsToldWhatIsWrongWithIt() {
        var before = log.size();
        var answer = door.generic("{\"title\":\"secret words\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("key").doesNotContain("secret words");
        assertThat(door.generic("<xml/>").statusCode()).isEqualTo(400);
        assertThat(door.generic("").statusCode()).isEqualTo(400);
        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void aCloudEventMayHaveItsEnvelopeInTheHeaders() {
        var answer = door.generic(
                "{\"title\":\"Disk full\"}",
                "ce-specversion",
                "1.0",
                "ce-id",
                "e-1",
                "ce-source",
                "/disks%20and%20so+on",
                "ce-type",
                "disk.full",
                "ce-subject",
                "disk-7",
                "ce-time",
                "2026-03-01T12:00:00Z");
        assertThat(answer.statusCode()).isEqualTo(202);
        var alert = intake.next();
        assertThat(alert.key()).isEqualTo("disk-7");
        assertThat(alert.event()).isEqualTo("/disks and so+on e-1");
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
    }

    @Test
    void whatIsNestedTooDeeplyForAnEnvelopeIsRefused() {
        var before = log.size();
        var deep = "[".repeat(500) + "]".repeat(500);
        var answer = door.generic(deep, "ce-specversion", "1.0", "ce-id", "e-1", "ce-source", "x", "ce-type", "y");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("nested too deeply");
        assertThat(log.size()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain; charset=ISO-8859-1",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/xml",
                "nonsense"
            })
    void theContentTypeIsNotBelieved(String contentType) {
        var answer = door.generic(
                "\uFEFF{\"key\":\"k\",\"title\":\"größer=1&😀\"}", "Content-Type", contentType, "Accept", "text/xml");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(intake.next().title()).isEqualTo("größer=1&😀");
    }

    @Test
    void aBodyBeyondTheLimitIsRefusedHoweverItComes() {
        var before = log.size();
        var large = new byte[64 * 1024 + 1];
        assertThat(alertmanager(large, false)).isEqualTo(413);
        assertThat(alertmanager(large, true)).isEqualTo(413);
        assertThat(alertmanager(new byte[8 << 20], false)).isEqualTo(413);
        assertThat(alertmanager(new byte[8 << 20], true)).isEqualTo(413);
        assertThat(log.size()).isEqualTo(before);
        assertThat(alertmanager(new byte[64 * 1024], true)).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodsLearnNothing(String method) {
        var known = door.send(method, "pagerduty");
        var unknown = door.send(method, "nobody");
        assertThat(known.statusCode()).isEqualTo(405).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEmpty();
    }

    @Test
    void aSourceThatNobodyKnowsHasNoAddress() {
        assertThat(door.send("nobody", BodyPublishers.ofString("{}"), "Any", "header")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSourceWithoutASecretSaysWhichSettingIsMissing() {
        try (var closed = HookApplication.start(
                "closed", "--coalmine.hooks.generic.token=", "--coalmine.hooks.pagerduty.secrets= , ")) {
            var other = Door.of(closed);
            var answer = other.generic(DISK_FULL);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("COALMINE_HOOKS_GENERIC_TOKEN").hasLineCount(1);
            assertThat(other.pagerduty(TRIGGERED).body()).contains("COALMINE_HOOKS_PAGERDUTY_SECRETS");
        }
    }

    @Test
    void whatCannotBeStoredIsToBeSentAgain() throws SQLException {
        var taken = new ArrayList<Connection>();
        try {
            takeAllConnections(taken);
            var before = System.nanoTime();
            var answer = door.generic(DISK_FULL);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(4));
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
        assertThat(door.generic(DISK_FULL).statusCode()).isEqualTo(202);
        assertThat(intake.next().key()).isEqualTo("disk-1");
    }

    @Test
    void aStuckDatabaseIsNotWaitedFor() throws SQLException {
        try (var stuck = application.getBean(DataSource.class).getConnection()) {
            stuck.setAutoCommit(false);
            stuck.createStatement().execute("update alert_part set number = number");
            var before = System.nanoTime();
            assertThat(door.generic(DISK_FULL).statusCode()).isEqualTo(503);
            assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(4));
            stuck.rollback();
        }
    }

    @Test
    void whatFindsNoRoomIsToBeSentAgainBeforeItIsRead() {
        try (var small = HookApplication.start("small", "--coalmine.hooks.memory=16KB")) {
            var answer = Door.of(small).alertmanager("x".repeat(20_000));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(small.getBean(AlertLog.class).size()).isZero();
            assertThat(small.getBean(MeterRegistry.class)
                            .counter("coalmine.alerts.refused", "reason", "memory")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void whileTheDatabaseIsStuckManyAreRefusedInTimeAndThenAllGoesOn() throws Exception {
        try (var stuck = application.getBean(DataSource.class).getConnection();
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            stuck.setAutoCommit(false);
            stuck.createStatement().execute("update alert_part set number = number");
            var answers = IntStream.range(0, 50)
                    .mapToObj(n -> senders.submit(() -> door.generic(DISK_FULL)))
                    .toList();
            for (var answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(503);
            }
            stuck.rollback();
        }
        assertThat(door.generic(DISK_FULL).statusCode()).isEqualTo(202);
        assertThat(intake.next().key()).isEqualTo("disk-1");
    }

    @Test
    void itIsMeasured() throws InterruptedException {
        var meters = application.getBean(MeterRegistry.class);
        var before = meters.get("coalmine.alerts.append").timer().count();
        door.generic(DISK_FULL);
        awaitAllRead();
        assertThat(meters.get("coalmine.alerts.append").timer().count()).isGreaterThan(before);
        assertThat(meters.get("coalmine.alerts.lag").gauge().value()).isZero();
        assertThat(meters.get("coalmine.alerts.lag.seconds").gauge().value()).isZero();
    }

    @Test
    void logsHoldNothingOfBodiesOrHeaders(CapturedOutput output) throws InterruptedException {
        var marked = "{\"event\":{\"id\":\"Marzipan\"}, Marzipan";
        door.pagerduty(marked);
        door.pagerduty(marked, "v1=Marzipan");
        door.generic("{\"title\":\"Marzipan\"}");
        intake.before(alert -> {
            throw new DataIntegrityViolationException("Marzipan");
        });
        door.generic("{\"key\":\"Marzipan\",\"title\":\"Marzipan\"}");
        awaitAllRead();
        intake.before(alert -> {});
        door.generic(DISK_FULL);
        intake.next();
        assertThat(output.getAll())
                .contains("refused with 401", "is set aside")
                .doesNotContain("Marzipan", PAGERDUTY_SECRET, GENERIC_TOKEN);
    }

    @Test
    void aRowThatAlwaysFailsIsSetAsideAndHoldsUpNobody() throws InterruptedException {
        intake.before(alert -> {
            if (alert.key().equals("poison")) {
                throw new IllegalStateException("a bug");
            }
        });
        door.generic("[{\"key\":\"innocent\",\"title\":\"t\"},{\"key\":\"poison\",\"title\":\"t\"}]");
        door.generic(DISK_FULL);
        awaitAllRead();
        var alerts = intake.all().stream().map(Alert::key).toList();
        assertThat(alerts).contains("disk-1");
        assertThat(alerts)
                .as("the row was tried five times, while the other went on")
                .filteredOn("innocent"::equals)
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(log.setAside(Intake.READER, 1)).singleElement().satisfies(aside -> assertThat(aside.reason())
                .contains("IllegalStateException", "a bug"));
    }

    @Test
    void aRowWaitsForTheDatabaseHoweverOftenThatTakes() {
        var failures = new AtomicInteger();
        intake.before(alert -> {
            if (failures.incrementAndGet() <= 6) {
                throw new TransientDataAccessResourceException("gone for a while");
            }
        });
        var aside = log.setAside(Intake.READER, 100).size();
        door.generic(DISK_FULL);
        assertThat(intake.next(Duration.ofSeconds(20)).key()).isEqualTo("disk-1");
        assertThat(log.setAside(Intake.READER, 100)).hasSize(aside);
    }

    @Test
    void whatWasKeptBeforeARestartIsTakenAfterIt() {
        try (var first = HookApplication.start("restart")) {
            stopReading(first);
            Door.of(first).generic(DISK_FULL);
            assertThat(first.getBean(RememberingIntake.class).all()).isEmpty();
            try (var second = HookApplication.start("restart")) {
                assertThat(second.getBean(RememberingIntake.class).next().key()).isEqualTo("disk-1");
                stopReading(second);
                assertThat(second.getBean(AlertLog.class).backlog(Intake.READER).rows())
                        .isZero();
            }
        }
    }

    private static void stopReading(ConfigurableApplicationContext application) {
        application.getBeansOfType(AlertLogReader.class).values().forEach(AlertLogReader::stop);
    }

    private static void awaitAllRead() throws InterruptedException {
        while (log.backlog(Intake.READER).rows() > 0) {
            Thread.sleep(20);
        }
    }

    private static void takeAllConnections(ArrayList<Connection> taken) {
        var database = application.getBean(DataSource.class);
        try {
            while (true) {
                taken.add(database.getConnection());
            }
        } catch (SQLException noneLeft) {
            assertThat(taken).isNotEmpty();
        }
    }

    private static int alertmanager(String authorization) {
        return door.send("alertmanager", BodyPublishers.ofString("{}"), "Authorization", authorization)
                .statusCode();
    }

    private static int alertmanager(byte[] body, boolean chunked) {
        InputStream stream = new ByteArrayInputStream(body);
        HttpResponse<String> answer = door.send(
                "alertmanager",
                chunked ? BodyPublishers.ofInputStream(() -> stream) : BodyPublishers.ofByteArray(body),
                "Authorization",
                "Bearer " + ALERTMANAGER_TOKEN);
        return answer.statusCode();
    }

    private static String upperCaseHex(String signature) {
        return "v1=" + signature.substring(3).toUpperCase(Locale.ROOT);
    }
}
