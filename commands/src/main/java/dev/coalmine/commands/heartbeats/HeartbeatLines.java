package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.storage.heartbeats.Heartbeat;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How a heartbeat is shown, and how it is. */
@Component
class HeartbeatLines {

    // Beyond that it was paused until somebody resumes it.
    private static final Duration YEARS = Duration.ofDays(3_650);

    private final Clock clock;

    HeartbeatLines(Clock clock) {
        this.clock = clock;
    }

    String line(Heartbeat it) {
        return "*%s* · every %s, grace %s%s%s · %s"
                .formatted(
                        Markup.escape(it.name()),
                        Spans.brief(it.every()),
                        Spans.brief(it.grace()),
                        it.service() == null ? "" : " · " + Markup.escape(it.service()),
                        it.alert() == null ? "" : " · alert `%s`".formatted(Markup.escape(it.alert())),
                        state(it));
    }

    private String state(Heartbeat it) {
        var now = clock.instant();
        if (it.paused(now) && it.pausedUntil() != null) {
            return it.pausedUntil().isAfter(now.plus(YEARS))
                    ? "paused until it is resumed"
                    : "paused until " + Shown.time(it.pausedUntil());
        }
        if (it.silentSince() != null) {
            return "*silent* since %s%s"
                    .formatted(
                            Shown.time(it.silentSince()),
                            it.incident() == null ? "" : ", incident %d".formatted(it.incident()));
        }
        return it.beatAt() == null
                ? "waiting for its first beat"
                : "last beat %s ago, %d so far".formatted(Spans.words(Duration.between(it.beatAt(), now)), it.beats());
    }
}
