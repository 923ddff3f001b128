package dev.coalmine.bot.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same past in other forms: what Slack exports, what Alertmanager posted, and what was written down in disorder. */
class ReplayFormatsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final int ROUNDS = 3 * 288;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    private Path folder;

    @BeforeEach
    void aChannelOfThreeDays(@TempDir Path fresh) throws IOException {
        folder = fresh;
        var days = new TreeMap<LocalDate, StringBuilder>();
        for (var round = 0; round < ROUNDS + 12; round++) {
            var at = MONDAY.plusSeconds(300L * round);
            var text = round < ROUNDS
                    ? "auto-crane: launched h-" + round
                    : "auto-crane: provisioning h-%d failed: package signature could not be verified".formatted(round);
            days.computeIfAbsent(at.atZone(ZoneOffset.UTC).toLocalDate(), _ -> new StringBuilder("["))
                    .append("""
                        {"type":"message","subtype":"bot_message","username":"crane","ts":"%d.000100","text":"%s"},
                        """.formatted(at.getEpochSecond(), text));
        }
        for (var day : days.entrySet()) {
            Files.writeString(
                    folder.resolve(day.getKey() + ".json"),
                    day.getValue()
                            + "{\"type\":\"message\",\"user\":\"U1\",\"ts\":\"1772409600.5\",\"text\":\"lunch?\"}]");
        }
    }

    @Test
    void aSlackExportIsPlayed() {
        assertThat(replays("", folder.toString(), "--format=slack")).isZero();

        assertThat(said()).contains("\"event\":\"opened\"", "auto-crane", "package signature could not be verified");
    }

    @Test
    void oneFileOfItAndABadMessage() throws IOException {
        var file = folder.resolve("one.json");
        Files.writeString(file, """
            [{"ts":"never","text":"auto-crane: launched h-1"},
             {"ts":"1772409600.5","text":"auto-crane: launched h-2"}]
            """);

        assertThat(replays("", file.toString(), "--format=slack")).isEqualTo(1);
        assertThat(complaints.toString(UTF_8)).contains("Message 1 of", "is skipped: “ts” is no time of Slack's.");
    }

    @Test
    void webhooksOfAlertmanagerArePlayed() {
        var bodies = new StringBuilder();
        for (var day = 0; day < 6; day++) {
            bodies.append(webhook("quiet-" + day, "disk", MONDAY.plusSeconds(86_400L * day)));
        }
        bodies.append("nonsense\n{\"no\":\"webhook\"}\n");
        for (var service = 0; service < 12; service++) {
            for (var host = 0; host < 3; host++) {
                bodies.append(
                        webhook("s" + service, "h" + host, MONDAY.plusSeconds(6 * 86_400L + 20L * service + host)));
            }
        }

        assertThat(replays(bodies.toString(), "-", "--format=alertmanager")).isEqualTo(1);
        assertThat(said()).contains("\"event\":\"opened\"").contains("\"s1\"");
        assertThat(complaints.toString(UTF_8))
                .contains("Line 7 is skipped: it is no webhook of Alertmanager: The body is not JSON")
                .contains("Line 8 is skipped: it is no webhook of Alertmanager");
    }

    @Test
    void aSummaryIsATableAndAPlot() {
        assertThat(replays("", folder.toString(), "--format=slack", "--summary"))
                .isZero();

        assertThat(said())
                .contains("876 signals, 1 storms and notices")
                .containsPattern("1 +storm +2026-03-05 00:[0-9]{2} +open +12 +auto-crane")
                .containsPattern("2026-03-05 00:00 \\|#{50} <- storm 1");
    }

    @Test
    void whatWasOvertakenIsPlayedAndWhatIsOfAnotherDayIsNamed() {
        var lines = line("2026-03-02T10:00:00Z") + line("2026-03-02T09:59:58Z") + line("2026-02-20T00:00:00Z");

        assertThat(replays(lines, "-")).isEqualTo(1);
        assertThat(complaints.toString(UTF_8).lines())
                .containsExactly("Line 3 is skipped: it was received more than a day before a line above it.");
    }

    @Test
    void howOftenChanceMayRaiseAnAlarmIsSaidInEitherWay() {
        assertThat(replays("", "-", "--false-alarms-per-month=2")).isZero();
        assertThat(replays("", "-", "--false-alarms-per-month=0")).isEqualTo(2);
        assertThat(replays("", "-", "--format=paper")).isEqualTo(2);
        assertThat(complaints.toString(UTF_8)).contains("“paper” is no format: signals, slack and alertmanager are.");
    }

    private static String webhook(String service, String host, Instant at) {
        return """
            {"version":"4","groupKey":"%s","status":"firing","receiver":"x","groupLabels":{},"commonLabels":{},\
            "commonAnnotations":{},"alerts":[{"status":"firing","labels":{"alertname":"Down","service":"%s","instance":"%s"},\
            "annotations":{"summary":"it is down"},"startsAt":"%s","endsAt":"0001-01-01T00:00:00Z","fingerprint":"%s%s"}]}
            """.formatted(service, service, host, at, service, host);
    }

    private static String line(String at) {
        return """
            {"at":"%s","kind":"launch","source":"auto-crane","entity":"h-1","outcome":"succeeded"}
            """.formatted(at);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private int replays(String lines, String... arguments) {
        var in = new ByteArrayInputStream(lines.getBytes(UTF_8));
        return new Replay(in, new PrintStream(out, true, UTF_8), new PrintStream(complaints, true, UTF_8))
                .run(List.of(arguments));
    }
}
