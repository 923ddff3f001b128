package dev.coalmine.bot.replay;

import dev.coalmine.bot.webhooks.PastAlerts;
import dev.coalmine.commands.launches.AlertSignals;
import dev.coalmine.commands.pages.Alert;
import dev.coalmine.commands.storms.detector.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Alertmanager posted to a webhook, one body in each line. Bodies do not say when they arrived: where nobody noted it
 * as {@code received}, that was when the latest of their alerts began or ended.
 */
record AlertmanagerHistory(BufferedReader lines) implements Past {

    private static final Duration ANY_TIME = Duration.ofDays(365_000);

    @Override
    public void tell(Consumer<Signal> listener, Skipped skipped) throws IOException {
        var signals = AlertSignals.withoutCatalog();
        var now = Instant.EPOCH;
        var number = 0L;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                for (var alert : PastAlerts.alertmanager(line, Instant.EPOCH.plus(ANY_TIME))) {
                    now = later(now, received(line, alert));
                    signals.of(alert, now).forEach(heard -> listener.accept(Past.signal(heard)));
                }
            } catch (JacksonException broken) {
                skipped.line(number, "it is no JSON: " + broken.getOriginalMessage());
            } catch (IllegalArgumentException | DateTimeException none) {
                skipped.line(number, "it is no webhook of Alertmanager: " + none.getMessage());
            }
        }
    }

    private static Instant received(String line, Alert alert) {
        var noted = JsonMapper.shared().readTree(line).path("received").asString("");
        return noted.isEmpty() ? alert.at() : Instant.ofEpochMilli(new Moments().millis(noted));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
