package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.Signal;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What ten thousand launchers and services tell, ten thousand signals a second; of the launches one in fifty fails. */
final class Traffic {

    static final int SOURCES = 10_000;

    private static final int PER_SECOND = 10_000;
    private static final String[] FAILURES = {
        "provisioning %s failed: timed out waiting for ssh on 10.2.3.4:22",
        "provisioning %s failed: no capacity in the requested zone (request 17)",
        "provisioning %s failed: agent did not register, last seen 300 s ago",
        "provisioning %s failed: health check did not pass within 120 s"
    };

    private final String[] sources = new String[SOURCES];
    private final String[][] hosts = new String[SOURCES][8];
    private final SplittableRandom random = new SplittableRandom(1);
    private long told;

    Traffic() {
        for (var source = 0; source < SOURCES; source++) {
            sources[source] = "source-" + source;
            for (var host = 0; host < hosts[source].length; host++) {
                hosts[source][host] = "h-" + source + "-" + host;
            }
        }
    }

    Signal next() {
        var source = (int) (told % SOURCES);
        var at = 1_772_409_600_000L + told++ * 1_000 / PER_SECOND;
        var host = hosts[source][random.nextInt(hosts[source].length)];
        if (source % 10 == 0) {
            return signal(at, Signal.Kind.ALERT, source, host, alert(), null);
        }
        var failed = random.nextInt(50) == 0;
        return failed
                ? signal(at, Signal.Kind.LAUNCH, source, host, Signal.Outcome.FAILED, failure(source, host))
                : signal(at, Signal.Kind.LAUNCH, source, host, Signal.Outcome.SUCCEEDED, "done");
    }

    private Signal.Outcome alert() {
        return random.nextInt(1_000) == 0 ? Signal.Outcome.FIRING : Signal.Outcome.RESOLVED;
    }

    private static String failure(int source, String host) {
        return FAILURES[source % FAILURES.length].replace("%s", host);
    }

    private Signal signal(
            long at, Signal.Kind kind, int source, String host, Signal.Outcome outcome, @Nullable String text) {
        var automated = kind == Signal.Kind.LAUNCH ? Boolean.TRUE : null;
        return new Signal(at, at + 300, kind, sources[source], automated, host, outcome, text, Map.of());
    }

    /** As a line that can be replayed. */
    static String line(Signal signal) {
        return """
            {"at":"%s","received":"%s","kind":"%s","source":"%s","automated":%s,"entity":"%s","outcome":"%s","text":"%s"}
            """.formatted(
                        Moments.text(signal.at()),
                        Moments.text(signal.received()),
                        signal.kind().name().toLowerCase(Locale.ROOT),
                        signal.source(),
                        signal.automated(),
                        signal.entity(),
                        signal.outcome().name().toLowerCase(Locale.ROOT),
                        signal.text());
    }
}
