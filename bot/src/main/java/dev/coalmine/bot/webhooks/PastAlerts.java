package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import java.time.Instant;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** Reads what Alertmanager sent in the past. */
public final class PastAlerts {

    private static final DataSize ANY = DataSize.ofMegabytes(5);

    private PastAlerts() {}

    /**
     * The alerts in the body of a webhook.
     *
     * @throws IllegalArgumentException with the reason, if it is none
     */
    public static List<Alert> alertmanager(String body, Instant receivedAt) {
        try {
            return new Alertmanager(new HookSettings.AlertmanagerHook(List.of(), ANY)).read(body, receivedAt);
        } catch (Unreadable none) {
            throw new IllegalArgumentException(none.reason(), none);
        }
    }
}
