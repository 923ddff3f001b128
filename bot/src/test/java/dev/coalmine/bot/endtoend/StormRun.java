package dev.coalmine.bot.endtoend;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Storms at full size. They take minutes, so they run only when named; docs/load.md says how. */
class StormRun {

    private static final int ALERTS = Integer.getInteger("storm.alerts", 10_000);
    private static final int SERVICES = Integer.getInteger("storm.services", 20);
    private static final Duration WITHIN = Duration.ofSeconds(Integer.getInteger("storm.seconds", 60));

    @TempDir
    Path folder;

    @Test
    void ofOneService() throws Exception {
        report(new Storm(ALERTS, 1, WITHIN));
    }

    @Test
    void ofManyServices() throws Exception {
        report(new Storm(ALERTS, SERVICES, WITHIN));
    }

    private void report(Storm storm) throws Exception {
        try (var sandbox = Sandbox.start(SandboxSettings.forTest())) {
            sandbox.script().breaks(Json.object().put("kind", "rates").put("on", true));
            var bot = BotProcess.start(sandbox, folder);
            var aftermath = storm.over(bot, sandbox);
            System.out.printf(
                    Locale.ROOT,
                    "%d alerts of %d services: accepted after %.1f s, told after %.1f s; %d on record; %d channels with"
                            + " %d messages, at most %d in one%n",
                    storm.alerts(),
                    storm.services(),
                    aftermath.intake().toMillis() / 1_000.0,
                    aftermath.delivered().toMillis() / 1_000.0,
                    aftermath.pages().size(),
                    aftermath.channels().size(),
                    aftermath.messages().size(),
                    aftermath.longestChannel());
            storm.isOnRecord(aftermath);
            storm.isSaidOnce(aftermath);
            bot.kill();
        }
    }
}
