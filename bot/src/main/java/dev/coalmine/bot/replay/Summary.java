package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.commands.storms.detector.StormView;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What there was, for people: a table of storms, and how much failed when. */
final class Summary {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_ROWS = 60;
    private static final int WIDTH = 50;
    private static final List<Duration> ROWS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(28));

    private final Map<Integer, List<StormEvent>> storms = new LinkedHashMap<>();
    private final TreeMap<Long, Integer> failures = new TreeMap<>();
    private long signals;

    void heard(Signal signal) {
        signals++;
        failures.merge(
                signal.received() / ROWS.getFirst().toMillis(), signal.outcome().bad() ? 1 : 0, Integer::sum);
    }

    void said(StormEvent event) {
        storms.computeIfAbsent(event.storm(), _ -> new ArrayList<>()).add(event);
    }

    /** @param detector knows how storms stand that still go on */
    void print(PrintStream out, Detector detector) {
        out.println("%d signals, %d storms and notices; all times UTC".formatted(signals, storms.size()));
        if (!storms.isEmpty()) {
            out.println();
            out.println("%5s  %-6s  %-16s  %8s  %8s  %s"
                    .formatted("storm", "kind", "opened", "lasted", "failures", "sources"));
            storms.values().forEach(events -> out.println(row(events, detector)));
        }
        if (!failures.isEmpty()) {
            out.println();
            plot(out);
        }
    }

    private static String row(List<StormEvent> events, Detector detector) {
        var opened = events.getFirst();
        var last = events.getLast();
        var now = detector.look(opened.storm()).orElse(last.view());
        var sources =
                now.members().stream().map(StormView.Member::source).distinct().collect(Collectors.joining(", "));
        return "%5d  %-6s  %-16s  %8s  %8d  %s"
                .formatted(
                        opened.storm(),
                        last.kind().name().toLowerCase(Locale.ROOT),
                        moment(opened.at()),
                        last.event() == StormEvent.Change.ENDED ? (last.at() - opened.at()) / 60_000 + " min" : "open",
                        now.failures(),
                        sources.length() > 80 ? sources.substring(0, 79) + "…" : sources);
    }

    /** As many failures and alerts as there were in each row's time, repeats too. */
    private void plot(PrintStream out) {
        var row = rowLength();
        var perRow = row.toMillis() / ROWS.getFirst().toMillis();
        var rows = new TreeMap<Long, Integer>();
        failures.forEach((slot, count) -> rows.merge(slot / perRow, count, Integer::sum));
        var most = Math.max(1, rows.values().stream().mapToInt(it -> it).max().orElse(1));
        out.println("failures and alerts in each %s; the longest bar is %d".formatted(words(row), most));
        for (var nth = rows.firstKey(); nth <= rows.lastKey(); nth++) {
            var count = rows.getOrDefault(nth, 0);
            var bar = "#".repeat((int) Math.ceil((double) WIDTH * count / most));
            out.println("%s |%-50s %s"
                    .formatted(moment(nth * row.toMillis()), bar, opened(nth, row))
                    .stripTrailing());
        }
    }

    private String opened(long nth, Duration row) {
        var numbers = storms.values().stream()
                .map(List::getFirst)
                .filter(opened -> opened.at() / row.toMillis() == nth)
                .map(opened -> "" + opened.storm())
                .toList();
        return numbers.isEmpty() ? "" : "<- storm " + String.join(", ", numbers);
    }

    private Duration rowLength() {
        var span =
                (failures.lastKey() - failures.firstKey() + 1) * ROWS.getFirst().toMillis();
        return ROWS.stream()
                .filter(row -> span / row.toMillis() < MOST_ROWS)
                .findFirst()
                .orElse(ROWS.getLast());
    }

    private static String words(Duration row) {
        if (row.toDays() > 0) {
            return row.toDays() == 1 ? "day" : row.toDays() + " days";
        }
        return row.toHours() > 0 ? row.toHours() + " h" : row.toMinutes() + " min";
    }

    private static String moment(long millis) {
        return MOMENT.format(Instant.ofEpochMilli(millis));
    }
}
