package dev.coalmine.commands.heartbeats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatLineTest {

    @Test
    void everythingMayBeSaidInAnyOrder() {
        assertThat(HeartbeatLine.read("Payments-Ping severity:2 grace 2m service:payments every 5m alert:Watchdog"))
                .isEqualTo(new HeartbeatLine(
                        "payments-ping", Duration.ofMinutes(5), Duration.ofMinutes(2), "payments", "2", "Watchdog"));
    }

    @Test
    void withoutGraceItIsHalfThePeriod() {
        assertThat(HeartbeatLine.read("ping every 5m").grace()).isEqualTo(Duration.ofSeconds(150));
        assertThat(HeartbeatLine.read("ping every:1h grace:0s").grace()).isEqualTo(Duration.ofMinutes(30));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ping                     | Say how often it beats
        ping every now           | Say how often it beats
        ping every 40d           | Say how often it beats
        pi/ng every 5m           | A name is one word
        ping every 5m severity:9 | A severity is
        ping every 5m grace 99d  | days of grace
        """)
    void whatIsWrongIsSaid(String words, String mistake) {
        assertThat(HeartbeatLine.read(words).mistake())
                .hasValueSatisfying(it -> assertThat(it).contains(mistake));
    }
}
