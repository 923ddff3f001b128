package dev.coalmine.bot.campaign;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Runs with many seeds, one after the other, and says what came of each and of all. See docs/faults.md. */
final class Campaign {

    private static final String HEADER =
            "database      seed  kills  freezes  db stops  slack faults  commands  unknown  refused  alerts  unknown"
                    + "  lost  doubled  other  seconds  drain";

    private final CampaignSettings settings;
    private final PrintStream out;
    private final List<Run.Result> results = new ArrayList<>();

    private Campaign(CampaignSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Exits with 1 if anything was broken. */
    public static void main(String[] arguments) throws Exception {
        var logging = LoggingSystem.get(Campaign.class.getClassLoader());
        // They would tell of each start and stop of the sandbox and the database between the lines of the table.
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("io.zonky", LogLevel.OFF);
        var settings = CampaignSettings.read(System.getProperties());
        System.exit(
                run(settings, Program.prepared(settings.folder()), System.out).isEmpty() ? 0 : 1);
    }

    /** Everything that must not be, with the seed of the run in which it was. */
    static List<String> run(CampaignSettings settings, Program program, PrintStream out) throws Exception {
        return new Campaign(settings, out).run(program);
    }

    private List<String> run(Program program) throws Exception {
        Files.createDirectories(settings.folder());
        say("%s, %d runs of %d s, seeds from %d, in %s"
                .formatted(
                        settings.store(),
                        settings.seeds().size(),
                        settings.length().toSeconds(),
                        settings.seeds().getFirst(),
                        settings.folder()));
        say(HEADER);
        for (var seed : settings.seeds()) {
            run(seed, program);
        }
        summary();
        return results.stream()
                .flatMap(it -> it.violations().stream().map(v -> "seed %d: %s".formatted(it.seed(), v)))
                .toList();
    }

    private void run(long seed, Program program) throws Exception {
        var folder = settings.folder().resolve("seed-" + seed);
        Run.Result result;
        try {
            result = Run.of(settings.store(), seed, settings.length(), program, folder);
        } catch (Exception | AssertionError failed) {
            result = failed(seed, failed);
        }
        results.add(result);
        say(line(result));
        result.notes().forEach(it -> say("  seed %d: could not be carried out: %s".formatted(seed, it)));
        if (result.violations().isEmpty()) {
            delete(folder);
        } else {
            explain(result, folder);
        }
    }

    private Run.Result failed(long seed, Throwable why) {
        why.printStackTrace(out);
        var length = settings.length();
        return new Run.Result(
                settings.store(),
                seed,
                Schedule.of(settings.store(), length, seed),
                new TreeMap<>(),
                List.of(),
                List.of(Violation.other("the run could not be finished: " + why)),
                List.of(),
                length,
                length);
    }

    private static String line(Run.Result it) {
        return "%-10s %7d %6d %8d %9d %13d %9d %8d %8d %7d %8d %5d %8d %6d %8.1f %6.1f"
                .formatted(
                        it.store(),
                        it.seed(),
                        it.fault("kill"),
                        it.fault("freeze"),
                        it.fault("database stop"),
                        it.faultsOfSlack(),
                        it.acknowledged(false),
                        it.count(false, Deed.End.UNKNOWN),
                        it.count(false, Deed.End.REFUSED),
                        it.acknowledged(true),
                        it.count(true, Deed.End.UNKNOWN),
                        it.violations(Violation.Sort.LOST),
                        it.violations(Violation.Sort.DOUBLED),
                        it.violations(Violation.Sort.OTHER),
                        it.took().toMillis() / 1000.0,
                        it.drained().toMillis() / 1000.0);
    }

    private void explain(Run.Result result, Path folder) {
        result.violations().forEach(it -> say("  seed %d: %s".formatted(result.seed(), it)));
        say("  what went wrong, and when (logs and database in %s):".formatted(folder));
        result.schedule().blows().forEach(it -> say("  " + it));
    }

    private void summary() {
        var faults = new TreeMap<String, Long>();
        results.forEach(it -> it.faults().forEach((what, times) -> faults.merge(what, times, Long::sum)));
        say("%s, %d runs: acknowledged commands %d, alerts %d; lost %d, doubled %d, other %d; faults %s"
                .formatted(
                        settings.store(),
                        results.size(),
                        sum(it -> it.acknowledged(false)),
                        sum(it -> it.acknowledged(true)),
                        sum(it -> it.violations(Violation.Sort.LOST)),
                        sum(it -> it.violations(Violation.Sort.DOUBLED)),
                        sum(it -> it.violations(Violation.Sort.OTHER)),
                        faults));
    }

    private long sum(ToLongFunction<Run.Result> what) {
        return results.stream().mapToLong(what).sum();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
        try {
            Files.writeString(
                    settings.folder().resolve("summary.txt"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(@Nullable Path folder) throws IOException {
        if (folder == null || !Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
