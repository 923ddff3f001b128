package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.launches.AlertSignals;
import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.pages.LoggedAlert;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Alerts and launches become signals for the storm detector. It reads apart from the intake, as a storm is to be seen while
 * the intake still works on its beginning; so it takes many at once and rests little.
 *
 * <p>An alert that comes twice is a signal twice: the detector counts an entity once in half an hour, and knowing each
 * by its id would cost more than that.
 */
@Component
class StormsReading implements LogConsumer<Launch> {

    private static final Pace PACE = new Pace(2_048, 2_048, 8, 0);

    private final AlertSignals alerts;
    private final SignalLog signals;
    private final SeenEvents seen;
    private final Clock clock;

    StormsReading(AlertSignals alerts, SignalLog signals, SeenEvents seen, Clock clock) {
        this.alerts = alerts;
        this.signals = signals;
        this.seen = seen;
        this.clock = clock;
    }

    @Override
    public String name() {
        return AlertSignals.READER;
    }

    @Override
    public String meter() {
        return "coalmine.signals";
    }

    @Override
    public Pace pace() {
        return PACE;
    }

    @Override
    public List<Launch> read(AlertSource source, LoggedAlert row) {
        var fromAlerts = source.read(row.body(), row.receivedAt()).stream()
                .flatMap(alert -> alerts.of(alert, row.receivedAt()).stream())
                .map(signal -> new Launch(null, signal));
        return Stream.concat(fromAlerts, source.launches(row.body(), row.receivedAt()).stream())
                .toList();
    }

    @Override
    public void take(List<Launch> said) {
        signals.append(once(said));
    }

    /** Without those of which the same event was heard before, or stands before them in the list. */
    private List<HeardSignal> once(List<Launch> said) {
        var ids = said.stream().map(StormsReading::key).filter(Objects::nonNull).toList();
        var unseen = ids.isEmpty() ? new HashSet<String>() : new HashSet<>(seen.newOf(ids, clock.instant()));
        var once = new ArrayList<HeardSignal>(said.size());
        for (var launch : said) {
            if (launch.event() == null || unseen.remove(key(launch))) {
                once.add(launch.signal());
            }
        }
        return once;
    }

    private static @Nullable String key(Launch launch) {
        return launch.event() == null
                ? null
                : "launch:%s:%s".formatted(launch.signal().origin(), launch.event());
    }
}
