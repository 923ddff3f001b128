package dev.coalmine.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadSettingsTest {

    @Test
    void withoutAWordItDrivesSlashCommandsAtTheSandboxOfThisMachine() {
        var settings = LoadSettings.read(List.of());
        assertThat(settings.sandbox()).isEqualTo("http://localhost:8090");
        assertThat(settings.rate()).isEqualTo(50);
        assertThat(settings.time()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.warmUp()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.hooks()).isEmpty();
        assertThat(settings.groups()).containsExactly(1, 64);
        assertThat(settings.connections()).isEqualTo(16);
        assertThat(settings.alertmanager()).isNull();
    }

    @Test
    void aValueMayFollowABlankOrAnEqualsSign() {
        var settings = LoadSettings.read(List.of("--rate", "0", "--groups=8", "--alerts=generic,alertmanager"));
        assertThat(settings.rate()).isZero();
        assertThat(settings.groups()).containsExactly(8);
        assertThat(settings.hooks()).containsExactly("generic", "alertmanager");
    }

    @Test
    void whatItDoesNotKnowIsRefusedWithTheRightUsage() {
        for (var wrong : List.of("--speed=3", "--rate", "--rate=fast", "--alerts=smoke", "--connections=0", "now")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LoadSettings.read(List.of(wrong)))
                    .withMessageContaining("load [--sandbox URL]");
        }
    }
}
