package dev.coalmine.bot.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coalmine.commands.pages.Alert.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RealAlertmanagerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aRealAlertmanagerTellsOfTheStartAndTheEnd(@TempDir Path folder) throws Exception {
        assumeTrue(
                RealAlertmanager.binary().isPresent(),
                "Skipped: no Alertmanager here (Debian's package prometheus-alertmanager).");
        try (var application = HookApplication.start("real-alertmanager");
                var alertmanager = RealAlertmanager.telling(
                        Door.of(application).address("alertmanager"), HookApplication.ALERTMANAGER_TOKEN, folder)) {
            var intake = application.getBean(RememberingIntake.class);
            var since = Instant.now().truncatedTo(ChronoUnit.MILLIS);

            alertmanager.fires("HighErrorRate", "checkout", since);
            var firing = intake.next(PATIENCE);
            assertThat(firing.kind()).isEqualTo(Kind.FIRING);
            assertThat(firing.title()).isEqualTo("HighErrorRate in checkout");
            assertThat(firing.service()).isEqualTo("checkout");
            assertThat(firing.runbook()).isEqualTo("https://wiki.example/HighErrorRate");
            assertThat(firing.at()).isEqualTo(since);

            alertmanager.ends("HighErrorRate", "checkout", since, Instant.now());
            var resolved = intake.next(PATIENCE);
            assertThat(resolved.kind()).isEqualTo(Kind.RESOLVED);
            assertThat(resolved.key()).isEqualTo(firing.key());
            assertThat(resolved.at()).isAfter(firing.at());
        }
    }
}
