package dev.coalmine.bot.campaign;

import dev.coalmine.sandbox.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One run: work while everything breaks, then rest, then judgement. */
final class Run {

    /** As many as the API lists; a run makes about half of that. */
    private static final int MOST_INCIDENTS = 200;

    private final Store store;
    private final long seed;
    private final Duration length;
    private final Scene scene;
    private final Deeds deeds = new Deeds();
    private final Schedule schedule;
    private final long began = System.nanoTime();

    private Run(Store store, long seed, Duration length, Scene scene) {
        this.store = store;
        this.seed = seed;
        this.length = length;
        this.scene = scene;
        this.schedule = Schedule.of(store, length, seed);
    }

    static Result of(Store store, long seed, Duration length, Program program, Path folder) throws Exception {
        try (var scene = Scene.open(store, program, folder)) {
            return new Run(store, seed, length, scene).result();
        }
    }

    private Result result() throws Exception {
        scene.startAll();
        var chaos = new Chaos(scene);
        var people = People.atWork(scene.sandbox().script(), deeds, seed);
        var programs = Programs.atWork(scene.replicas(), deeds, seed);
        var senders = Senders.atWork(scene.replicas(), deeds, seed);
        chaos.strike(schedule, length);
        people.stop();
        scene.startAll();
        programs.finish();
        senders.finish();
        var drain = System.nanoTime();
        var quiet = new Quiet(scene).comes();
        var violations = new ArrayList<Violation>();
        if (!quiet) {
            violations.add(Violation.other("no rest within two minutes"));
        }
        violations.addAll(judged());
        return new Result(
                store,
                seed,
                schedule,
                faults(chaos),
                deeds.all(),
                violations,
                chaos.failures(),
                since(began),
                since(drain));
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private List<Violation> judged() throws Exception {
        var exports = exports();
        scene.killAll();
        var evidence = Evidence.of(scene, exports);
        return Stream.of(
                        RecordRule.broken(evidence, deeds.all()),
                        MessageRule.broken(evidence),
                        ChannelRule.broken(evidence),
                        ChainRule.broken(evidence),
                        TimerRule.broken(evidence))
                .flatMap(List::stream)
                .toList();
    }

    private Map<Long, JsonNode> exports() throws Exception {
        var exports = new HashMap<Long, JsonNode>();
        var list = Json.parse(scene.get("/api/incidents?list=recent&most=" + MOST_INCIDENTS));
        for (var incident : list.path("incidents").values()) {
            var number = incident.path("number").asLong();
            exports.put(number, Json.parse(scene.get("/incidents/%d/timeline.json".formatted(number))));
        }
        return exports;
    }

    /** What was done, and of what Slack's methods were to do, what really struck. */
    private Map<String, Long> faults(Chaos chaos) {
        var faults = new TreeMap<String, Long>();
        chaos.done().forEach((what, times) -> faults.put(what, (long) times));
        var methods = List.of("ratelimited", "hang", "late", "reset_after", "http_500", "http_503", "error");
        methods.forEach(faults::remove);
        scene.sandbox().script().calls(0).stream()
                .map(it -> it.outcome())
                .filter(methods::contains)
                .forEach(it -> faults.merge(it, 1L, Long::sum));
        return faults;
    }

    /**
     * What came of a run.
     *
     * @param faults how often each struck
     * @param notes what of the schedule could not be carried out
     * @param took from the start of the processes to the end of the judgement
     * @param drained from the end of the last sender's work until all was quiet
     */
    record Result(
            Store store,
            long seed,
            Schedule schedule,
            Map<String, Long> faults,
            List<Deed> deeds,
            List<Violation> violations,
            List<String> notes,
            Duration took,
            Duration drained) {

        long acknowledged(boolean alerts) {
            return count(alerts, Deed.End.ACKNOWLEDGED);
        }

        long count(boolean alerts, Deed.End end) {
            return deeds.stream()
                    .filter(it -> it.kind().alert() == alerts && it.end() == end)
                    .count();
        }

        long violations(Violation.Sort sort) {
            return violations.stream().filter(it -> it.sort() == sort).count();
        }

        long fault(String kind) {
            return faults.getOrDefault(kind, 0L);
        }

        /** All faults but kills, freezes and stops of the database, which are counted apart. */
        long faultsOfSlack() {
            return faults.values().stream().mapToLong(it -> it).sum()
                    - fault("kill")
                    - fault("freeze")
                    - fault("database stop");
        }
    }
}
