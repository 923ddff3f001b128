package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.StormView;
import dev.coalmine.storage.signals.SignalLog;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.StormMembers.Member;
import dev.coalmine.storage.storms.Storms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** How fast things fail in a storm, minute by minute, against how fast they usually do. */
@Component
public class StormRate {

    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Storms storms;
    private final StormMembers members;
    private final SignalLog signals;
    private final JsonMapper json;
    private final Clock clock;

    StormRate(Storms storms, StormMembers members, SignalLog signals, JsonMapper json, Clock clock) {
        this.storms = storms;
        this.members = members;
        this.signals = signals;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is drawn.
     *
     * @param minutes distinct failures of the storm's sources in each minute from {@code from} on
     * @param usual how many are usual in a minute
     */
    public record Drawing(String title, Instant from, Instant first, List<Integer> minutes, double usual) {}

    /** From half an hour before it began until now, or ten minutes after its end; the last twelve hours of it at most. */
    @Transactional(readOnly = true)
    public Drawing of(long number) {
        var storm = storms.findById(number).orElseThrow();
        var to = storm.endedAt().map(it -> it.plus(Duration.ofMinutes(10))).orElse(clock.instant());
        var from = later(storm.firstAt().minus(BEFORE), to.minus(LONGEST)).truncatedTo(ChronoUnit.MINUTES);
        var sources = members.of(number).stream().map(Member::source).collect(Collectors.toSet());
        var counts = signals.badByMinute(sources, from);
        var minutes = new ArrayList<Integer>();
        for (var minute = from; minute.isBefore(earlier(to, clock.instant())); minute = minute.plusSeconds(60)) {
            minutes.add(counts.getOrDefault(minute, 0));
        }
        return new Drawing(
                "Storm %d: failures per minute".formatted(number), from, storm.firstAt(), minutes, usual(storm));
    }

    private double usual(Storm storm) {
        var view = json.readValue(storm.drawnFrom(), StormView.class);
        return view.usual() / Math.max(1, (view.latest() - view.first()) / 60_000.0);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
