package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small storm of alerts; {@link StormRun} has the large ones. */
class StormTest {

    @TempDir
    Path folder;

    @Test
    void aStormOfOneServiceIsOneReadableChannelAndNothingOfItIsLostInAKill() throws Exception {
        try (var sandbox = Sandbox.start(SandboxSettings.forTest())) {
            sandbox.script().breaks(Json.object().put("kind", "rates").put("on", true));
            var bot = BotProcess.start(sandbox, folder);
            var storm = new Storm(300, 1, Duration.ofSeconds(6));

            var aftermath = storm.over(bot, sandbox);

            storm.isOnRecord(aftermath);
            storm.isSaidOnce(aftermath);
            assertThat(aftermath.channels()).hasSize(1);
            assertThat(aftermath.longestChannel()).isLessThan(100);
            bot.kill();
        }
    }
}
