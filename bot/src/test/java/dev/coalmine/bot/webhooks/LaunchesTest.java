package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.HeardSignal.Kind;
import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchesTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T13:00:00Z");

    private final Launches launches =
            new Launches(PagerDutyTest.settings(), mock(Catalog.class, call -> call.getArguments()[0]));

    @Test
    void everyFieldIsRead() {
        var launch = launches.launches("""
            {"id": "l-1", "at": "2026-03-01T13:00:00+01:00", "source": "auto-crane", "automated": true, "entity": "h-17",
             "outcome": "failed", "text": "no key", "link": "https://ci.example.com/17",
             "attributes": {"zone": "a", "tries": 3}, "unknown": []}\
            """, RECEIVED).getFirst();

        assertThat(launch.event()).isEqualTo("l-1");
        assertThat(launch.signal())
                .isEqualTo(new HeardSignal(
                        Instant.parse("2026-03-01T12:00:00Z"),
                        RECEIVED,
                        Kind.LAUNCH,
                        "auto-crane",
                        true,
                        "h-17",
                        Outcome.FAILED,
                        "no key",
                        "https://ci.example.com/17",
                        "launches",
                        Map.of("zone", "a", "tries", "3")));
    }

    @Test
    void sourceAndOutcomeAreEnough() {
        var signal = launches.launches("{\"source\":\"batch\",\"outcome\":\"Started\"}", RECEIVED)
                .getFirst()
                .signal();
        assertThat(signal.at()).isEqualTo(RECEIVED);
        assertThat(signal.automated()).isNull();
        assertThat(signal.entity()).isNull();
    }

    @Test
    void aListAndLinesAreSeveral() {
        var one = "{\"source\":\"a\",\"outcome\":\"started\"}";
        var other = "{\"source\":\"b\",\n \"outcome\":\"failed\"}";
        assertThat(sources("[%s,%s]".formatted(one, other))).containsExactly("a", "b");
        assertThat(sources("%s\n%s\n".formatted(one, other))).containsExactly("a", "b");
    }

    private List<String> sources(String body) {
        return launches.launches(body, RECEIVED).stream()
                .map(launch -> launch.signal().source())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"outcome\":\"failed\"} | “source” is missing",
                "{\"source\":\"a\"} | “outcome” must be",
                "{\"source\":\"a\",\"outcome\":\"broke\"} | “outcome” must be",
                "{\"source\":{},\"outcome\":\"failed\"} | “source” must be a text",
                "{\"source\":\"a\",\"outcome\":\"failed\",\"automated\":\"yes\"} | “automated” must be",
                "{\"source\":\"a\",\"outcome\":\"failed\",\"at\":\"noon\"} | “at” must be",
                "{\"source\":\"a\",\"outcome\":\"failed\",\"link\":\"javascript:x\"} | “link” must be",
                "{\"source\":\"a\",\"outcome\":\"failed\",\"attributes\":[]} | “attributes” must be",
                "[{\"source\":\"a\",\"outcome\":\"failed\"},{}] | Launch 2: “source” is missing",
                "[] | A list must hold 1 to 1000",
                "7 | must be a JSON object",
                "{\"source\":\"a\"}{ | not JSON",
            })
    void whatIsWrongIsSaidInWords(String body, String why) {
        assertThatThrownBy(() -> launches.check(body))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(why);
    }

    @Test
    void anEmptyBodyAndTooManyAreRefused() {
        assertThatThrownBy(() -> launches.check(" ")).hasMessageContaining("empty");
        assertThatThrownBy(() -> launches.check("{\"source\":\"a\",\"outcome\":\"failed\"}\n".repeat(1_001)))
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void launchesAreNoAlerts() {
        assertThat(launches.read("{\"source\":\"a\",\"outcome\":\"failed\"}", RECEIVED))
                .isEmpty();
    }
}
