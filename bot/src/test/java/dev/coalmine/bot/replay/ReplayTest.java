package dev.coalmine.bot.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What somebody types and gets who plays the past. */
class ReplayTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void aStormIsWrittenDownWithItsNumbers() {
        assertThat(replays(daysOfSuccess() + storm(), "-")).isZero();

        var opened = Json.parse(out.toString(UTF_8).lines().findFirst().orElseThrow());
        assertThat(Json.text(opened, "event")).isEqualTo("opened");
        assertThat(Json.text(opened, "text")).isEqualTo("provisioning <*> failed: no signature");
        assertThat(opened.path("sources").get(0).asString()).isEqualTo("auto-crane");
        assertThat(Json.text(opened, "at")).startsWith("2026-03-05T00:");
        assertThat(complaints.toString(UTF_8)).isEmpty();
    }

    @Test
    void theSameTwiceSaysTheSame() {
        replays(daysOfSuccess() + storm(), "-");
        var first = out.toString(UTF_8);
        out.reset();

        replays(daysOfSuccess() + storm(), "-");

        assertThat(out.toString(UTF_8)).isEqualTo(first).isNotEmpty();
    }

    @Test
    void aBadLineIsNamedAndSkipped() {
        var lines = """
            {"at":"2026-03-02T17:02:11.250Z","kind":"launch","source":"batch","outcome":"succeeded"}
            nonsense
            {"at":"2026-03-02T17:02:12Z","kind":"alert","source":"batch","outcome":"failed"}
            {"at":"yesterday","kind":"launch","source":"batch","outcome":"failed"}
            {"at":"2026-03-02T17:02:13Z","kind":"launch","outcome":"failed"}
            """;

        assertThat(replays(lines, "-")).isEqualTo(1);
        assertThat(complaints.toString(UTF_8))
                .contains("Line 2 is skipped: it is no JSON")
                .contains("Line 3 is skipped: no alert is failed.")
                .contains("Line 4 is skipped: “at” is no moment")
                .contains("Line 5 is skipped: “source” is missing.")
                .doesNotContain("Line 1");
    }

    @Test
    void wrongUsageIsAnsweredWithRightUsage() {
        assertThat(replays("")).isEqualTo(2);
        assertThat(replays("", "-", "--days=never")).isEqualTo(2);
        assertThat(replays("", "no such file")).isEqualTo(2);
        assertThat(complaints.toString(UTF_8))
                .contains("Usage: replay FILE", "“never” is no number of days.", "no such file cannot be read");
    }

    @Property
    void momentsAreReadAsTheLibraryReadsThem(
            @ForAll @LongRange(min = -62_000_000_000_000L, max = 250_000_000_000_000L) long at) {
        assertThat(new Moments().millis(Instant.ofEpochMilli(at).toString())).isEqualTo(at);
    }

    private int replays(String lines, String... arguments) {
        var in = new ByteArrayInputStream(lines.getBytes(UTF_8));
        return new Replay(in, new PrintStream(out, true, UTF_8), new PrintStream(complaints, true, UTF_8))
                .run(List.of(arguments));
    }

    private static String daysOfSuccess() {
        var lines = new StringBuilder();
        for (var n = 0; n < 3 * 288; n++) {
            lines.append(line(MONDAY.plusSeconds(300L * n), "h-" + n, "succeeded", "done"));
        }
        return lines.toString();
    }

    private static String storm() {
        var lines = new StringBuilder();
        for (var n = 0; n < 12; n++) {
            var host = "b-" + n;
            var at = MONDAY.plusSeconds(3 * 86_400 + 300L * n);
            lines.append(line(at, host, "failed", "provisioning %s failed: no signature".formatted(host)));
        }
        return lines.toString();
    }

    private static String line(Instant at, String host, String outcome, String text) {
        return """
            {"at":"%s","kind":"launch","source":"auto-crane","automated":true,"entity":"%s","outcome":"%s","text":"%s"}
            """.formatted(at, host, outcome, text);
    }
}
