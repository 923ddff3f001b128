package dev.coalmine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxSettingsTest {

    @Test
    void defaults() {
        var settings = SandboxSettings.fromEnvironment(Map.of());
        assertThat(settings.host()).isEqualTo("localhost");
        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.data()).isEqualTo(Path.of("data/sandbox"));
        assertThat(settings.eventsUrl()).isNull();
        assertThat(settings.botToken()).isEqualTo("xoxb-sandbox");
        assertThat(settings.appToken()).isEqualTo("xapp-sandbox");
        assertThat(settings.patience()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.redelivery()).containsExactly(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));
        assertThat(settings.rates()).isFalse();
    }

    @Test
    void theEnvironmentHasTheLastWord() {
        var settings = SandboxSettings.fromEnvironment(Map.of(
                "SANDBOX_PORT", "9000",
                "SANDBOX_DATA", "elsewhere",
                "SANDBOX_EVENTS_URL", "http://localhost:3000/slack/events",
                "SANDBOX_BOT_TOKEN", "xoxb-1",
                "SANDBOX_RATES", "true"));
        assertThat(settings.port()).isEqualTo(9000);
        assertThat(settings.eventsUrl()).isEqualTo(URI.create("http://localhost:3000/slack/events"));
        assertThat(settings.botToken()).isEqualTo("xoxb-1");
        assertThat(settings.rates()).isTrue();
    }

    @Test
    void aWrongPortIsNamed() {
        assertThatThrownBy(() -> SandboxSettings.fromEnvironment(Map.of("SANDBOX_PORT", "many")))
                .hasMessage("SANDBOX_PORT must be a number, not many");
        assertThatThrownBy(() -> SandboxSettings.fromEnvironment(Map.of("SANDBOX_PORT", "70000")))
                .hasMessageContaining("between 0 and 65535");
    }
}
